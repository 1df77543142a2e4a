package parley.desktop;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import java.nio.file.Path;

/// The arrows of the architecture page: who may know whom.
@AnalyzeClasses(packages = "parley", importOptions = ImportOption.DoNotIncludeTests.class)
class DesktopArchitectureTest {
    private static final String[] BEHIND_THE_SCREENS = {
        "parley.desktop.net..",
        "parley.desktop.local..",
        "parley.desktop.client..",
        "parley.desktop.peer..",
        "parley.desktop.launch.."
    };
    private static final String[] SCREENS = {
        "parley.desktop.login..",
        "parley.desktop.sidebar..",
        "parley.desktop.conversation..",
        "parley.desktop.privatechat..",
        "parley.desktop.settings..",
        "parley.desktop.verification..",
        "parley.desktop.visitors..",
        "parley.desktop.search..",
        "parley.desktop.export..",
        "parley.desktop.notification.."
    };

    @ArchTest
    static final ArchRule PACKAGES_KNOW_EACH_OTHER_IN_ONE_DIRECTION =
            slices().matching("parley.desktop.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule WHAT_IS_BEHIND_THE_SCREENS_KNOWS_NO_JAVAFX =
            noClasses()
                    .that()
                    .resideInAnyPackage(BEHIND_THE_SCREENS)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "javafx..", "parley.desktop.state..", "parley.desktop.kit..");

    @ArchTest
    static final ArchRule THE_STATE_DRAWS_NOTHING =
            noClasses()
                    .that()
                    .resideInAPackage("parley.desktop.state..")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("javafx.scene..").or(resideInAnyPackage(SCREENS)));

    @ArchTest
    static final ArchRule NO_SCREEN_KNOWS_ANOTHER_BUT_THE_VIEW_OF_A_CHAT =
            slices().matching(
                            "parley.desktop.(login|sidebar|settings|visitors|search|export|notification|verification)..")
                    .should()
                    .notDependOnEachOther();

    @ArchTest
    static final ArchRule PRIVATE_CHATS_ALONE_BORROW_THE_VIEW_OF_A_CHAT =
            noClasses()
                    .that(
                            resideInAnyPackage(SCREENS)
                                    .and(
                                            not(
                                                    resideInAnyPackage(
                                                            "parley.desktop.privatechat..",
                                                            "parley.desktop.conversation.."))))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "parley.desktop.privatechat..", "parley.desktop.conversation..");

    @ArchTest
    static final ArchRule THE_KIT_KNOWS_NO_CHATS =
            classes()
                    .that()
                    .resideInAPackage("parley.desktop.kit..")
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAPackage("parley.desktop.kit..")
                                    .or(not(resideInAPackage("parley..")))
                                    .or(resideInAPackage("parley.protocol..")));

    @ArchTest
    static final ArchRule SQL_STAYS_IN_THE_STORE =
            noClasses()
                    .that()
                    .resideInAPackage("parley.desktop..")
                    .and()
                    .resideOutsideOfPackage("parley.desktop.local..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.sql..", "org.sqlite..", "org.flywaydb..");

    @ArchTest
    static final ArchRule PRIVATE_CHATS_DO_NOT_KNOW_THE_SERVER =
            noClasses()
                    .that()
                    .resideInAPackage("parley.desktop.peer..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "parley.desktop.net..",
                            "parley.desktop.local..",
                            "parley.desktop.client..");

    @ArchTest
    static final ArchRule PRIVATE_CHATS_KNOW_THE_DISK_IN_ONE_PLACE =
            noClasses()
                    .that()
                    .resideInAPackage("parley.desktop.peer")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage("java.nio.file..", "java.nio.channels..")
                                    .and(not(type(Path.class))));

    @ArchTest
    static final ArchRule THE_DESKTOP_IS_BUILT_WITHOUT_THE_SERVER =
            noClasses()
                    .that()
                    .resideInAPackage("parley.desktop..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("parley.server..");

    @ArchTest
    static final ArchRule JSON_IS_READ_IN_ONE_PLACE =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("parley.wire..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.google.gson..");
}
