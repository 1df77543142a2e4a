package parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GrowthTest {
    @Test
    void comparesTheLargestLaterFigureWithTheFirst() {
        Growth growth = new Growth();
        growth.add(new Growth.Row(1, new Footprint(100, 1_000), new Footprint(50, 0)));
        growth.add(new Growth.Row(2, new Footprint(110, 990), new Footprint(40, 0)));
        growth.add(new Growth.Row(3, new Footprint(105, 980), new Footprint(45, 0)));

        assertThat(growth.percents()).containsExactly(10.0, -1.0, -10.0, 0.0);
    }

    @Test
    void theHeapIsWhatIsLeftInTheOldGeneration() throws Exception {
        String said =
                """
                32268:
                DefNew     total 116160K, used 4085K [0x1, 0x2, 0x3)
                 eden space 103296K,  32% used [0x1, 0x2, 0x3)
                Tenured    total 258048K, used 1084K [0x1, 0x2, 0x3)
                 the  space 258048K,   0% used [0x1, 0x2, 0x3)
                 Metaspace       used 15000K, committed 15100K, reserved 1114112K
                """;

        assertThat(Footprint.heapIn(said)).isEqualTo(1_084);
    }
}
