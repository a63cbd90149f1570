package dev.varve.runtime.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationNameTest {
  @Test
  void readsWhatItWrites() {
    MigrationName name = MigrationName.parse("20261120070501_init_schema");
    assertEquals(new MigrationName("20261120070501", "init_schema"), name);
    assertEquals(name, MigrationName.parse(name.toString()));
    assertEquals(name, MigrationName.ofFile(name.upFile()));
    assertEquals(name, MigrationName.ofFile(name.downFile()));
    assertEquals("20261120070501_init_schema.sql", name.upFile());
    assertEquals("20261120070501_init_schema.down.sql", name.downFile());
  }

  @Test
  void theVersionOrders() {
    assertTrue(
        MigrationName.parse("20261120070501_b").compareTo(MigrationName.parse("20261120070502_a"))
            < 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "init_schema|\"init\" is no migration version",
        "2026112007050_a|\"2026112007050\" is no migration version; expected 14 digits",
        "20261120070501|\"20261120070501\" names no migration",
        "20261120070501_|\"\" is no migration name",
        "20261120070501_Init|\"Init\" is no migration name",
        "20261120070501_../x|\"../x\" is no migration name",
      })
  void saysWhatIsWrong(String text, String message) {
    FormatException e = assertThrows(FormatException.class, () -> MigrationName.parse(text));
    assertTrue(String.valueOf(e.getMessage()).startsWith(message), e.getMessage());
  }

  @Test
  void otherFilesAreNoMigrations() {
    assertThrows(FormatException.class, () -> MigrationName.ofFile("notes.txt"));
    assertThrows(FormatException.class, () -> MigrationName.ofFile(".sql"));
  }
}
