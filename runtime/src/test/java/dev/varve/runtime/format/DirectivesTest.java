package dev.varve.runtime.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.format.Directives.HazardNote;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectivesTest {
  @Test
  void readsAll() {
    Directives directives =
        Directives.parse(
            """
            \ufeff-- varve: drop_fax (generated 2026-11-20)
            -- See db/postgresql/schema.sql for the schema.\r
            -- varve:transaction none\r
            --varve:foreign_keys off
            -- varve:rebuild customers
            -- varve:rebuild "Odd ""table"
            -- varve:phase contract
            -- varve:hazard DS103 drops customers.fax
            -- varve:destructive column customers.fax
            -- varve:statement_timeout 30s
            -- varve:lock_timeout 0
            ALTER TABLE customers DROP COLUMN fax;
              -- varve:destructive table billing.invoices
            -- varve:backfill key=id
            DELETE FROM customers;
            -- IRREVERSIBLE: it is gone
            """);
    assertFalse(directives.transactional());
    assertFalse(directives.foreignKeys());
    assertEquals(
        List.of(new Rebuild("customers"), new Rebuild("Odd \"table")), directives.rebuilds());
    assertEquals("[customers, \"Odd \"\"table\"]", directives.rebuilds().toString());
    assertTrue(directives.contract());
    assertEquals(List.of(new HazardNote("DS103", "drops customers.fax")), directives.hazards());
    assertEquals(
        List.of(
            Destructive.column("", "customers", "fax"), Destructive.table("billing", "invoices")),
        directives.destructive());
    assertEquals(Optional.of(Duration.ofSeconds(30)), directives.statementTimeout());
    assertEquals(Optional.of(Duration.ZERO), directives.lockTimeout());
    assertEquals(Optional.of("it is gone"), directives.irreversible());
  }

  @Test
  void whatIsQuotedIsNoDirective() {
    Directives directives =
        Directives.parse("SELECT '\n-- varve:transaction none\n', $$\n-- IRREVERSIBLE: no\n$$;");
    assertTrue(directives.transactional());
    assertEquals(Optional.empty(), directives.irreversible());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '@',
      value = {
        "varve:trnsaction none|unknown directive \"varve:trnsaction\"; there are varve:transaction",
        "varve:transaction all|varve:transaction says \"all\"; it can only say none",
        "varve:transaction|varve:transaction says \"\"",
        "varve:hazard DS103|varve:hazard says \"DS103\"",
        "varve:rebuild a.b|varve:rebuild: found \"a.b\"; expected one table",
        "varve:rebuild|varve:rebuild: found \"\"; expected one table",
        "varve:destructive customers|varve:destructive: found \"customers\"; expected as in",
        "varve:statement_timeout 30|varve:statement_timeout: found \"30\"; expected a length of time",
        "varve:lock_timeout soon|varve:lock_timeout: found \"soon\"; expected a length of time",
        "varve:destructive column fax|varve:destructive: found \"column fax\"",
      })
  void saysWhatIsWrongInWhichLine(String comment, String message) {
    FormatException e =
        assertThrows(
            FormatException.class, () -> Directives.parse("SELECT 1;\n/*\n*/ -- " + comment));
    assertTrue(String.valueOf(e.getMessage()).startsWith("line 3: " + message), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "table customers",
        "table billing.invoices",
        "column customers.fax",
        "column billing.customers.fax",
        "|table \"Odd table\"|",
        "|column \"a.b\".\"c\"\"d\"|",
      })
  void destructiveReadsWhatItWrites(String text) {
    assertEquals(text, Destructive.parse(text).toString());
  }
}
