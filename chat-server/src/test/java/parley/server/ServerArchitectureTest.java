package parley.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// The arrows of the architecture page: who may know whom.
@AnalyzeClasses(packages = "parley", importOptions = ImportOption.DoNotIncludeTests.class)
class ServerArchitectureTest {
    private static final String[] FEATURES = {
        "parley.server.account..",
        "parley.server.presence..",
        "parley.server.conversation..",
        "parley.server.block..",
        "parley.server.history..",
        "parley.server.introduction..",
        "parley.server.delivery.."
    };

    @ArchTest
    static final ArchRule PACKAGES_KNOW_EACH_OTHER_IN_ONE_DIRECTION =
            slices().matching("parley.server.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule SQL_STAYS_IN_THE_STORE =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("parley.server.storage..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.sql..", "org.sqlite..", "org.flywaydb..");

    @ArchTest
    static final ArchRule FEATURES_DO_NOT_KNOW_HOW_THEY_ARE_KEPT =
            noClasses()
                    .that()
                    .resideInAnyPackage(FEATURES)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("parley.server.storage..");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_CONNECTIONS_BUT_THE_ROOT =
            noClasses()
                    .that()
                    .resideInAnyPackage(FEATURES)
                    .or()
                    .resideInAPackage("parley.server.storage..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("parley.server.net..");

    @ArchTest
    static final ArchRule FEATURES_DO_NOT_TOUCH_SOCKETS =
            noClasses()
                    .that()
                    .resideInAnyPackage(FEATURES)
                    .should()
                    .dependOnClassesThat()
                    .haveNameMatching("java\\.net\\..*Socket|parley\\.wire\\.(Connection|Outbox)");

    @ArchTest
    static final ArchRule A_STEP_KNOWS_NEITHER_THREAD_NOR_SOCKET_NOR_CLOCK =
            noClasses()
                    .that()
                    .haveSimpleNameStartingWith("SessionSt")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                            "java.net..", "java.time..", "java.util.concurrent..")
                                    .or(resideInAPackage("parley.server.conversation..")));

    @ArchTest
    static final ArchRule THE_VOCABULARY_KNOWS_NOBODY =
            noClasses()
                    .that()
                    .resideInAPackage("parley.protocol..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("parley.wire..", "parley.identity..", "parley.server..");

    @ArchTest
    static final ArchRule THE_SERVER_HAS_NO_SCREEN =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx..", "parley.desktop..");
}
