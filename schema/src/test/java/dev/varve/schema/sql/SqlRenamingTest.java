package dev.varve.schema.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.varve.schema.Dialect;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Sql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SqlRenamingTest {
  private static final QualifiedName TABLE = QualifiedName.of("t");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "fax > 0 AND FAX < 9                      | phone > 0 AND phone < 9",
        "\"fax\" > 0                              | \"phone\" > 0",
        "\"Fax\" > fax                            | \"Fax\" > phone",
        "lower(fax) = 'fax'                       | lower(phone) = 'fax'",
        "fax(fax) > 0                             | fax(phone) > 0",
        "t.fax = other.fax                        | t.phone = other.fax",
        "s.t.fax IS NULL                          | s.t.phone IS NULL",
        "E'it\\'s fax' <> fax                     | E'it\\'s fax' <> phone",
        "$x$fax$x$ <> fax -- fax                  | $x$fax$x$ <> phone -- fax",
        "fax /* fax /* fax */ */ > fax            | phone /* fax /* fax */ */ > phone",
        "fax::fax > CAST(fax AS fax)              | phone::fax > CAST(phone AS fax)",
        "extract(fax FROM fax) > 0                | extract(fax FROM phone) > 0",
        "name COLLATE fax < fax                   | name COLLATE fax < phone",
        "fax '1' > 0                              | fax '1' > 0",
        "faxes > fax_1                            | faxes > fax_1"
      })
  void renamesColumnsOnly(String sql, String expected) {
    assertEquals(Sql.of(expected), SqlRenaming.column(Sql.of(sql), TABLE, "fax", "phone"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a     | order   | a > 0 AND \"a\" > 0       | \"order\" > 0 AND \"order\" > 0",
        "order | a       | \"order\" > 0             | a > 0",
        "end   | a       | CASE WHEN \"end\" THEN 1 END | CASE WHEN a THEN 1 END",
        "a     | quo\"te | a > 0                     | \"quo\"\"te\" > 0",
        "key   | code    | key > 0                   | code > 0"
      })
  void quotesNewNamesWhereNeeded(String from, String to, String sql, String expected) {
    assertEquals(Sql.of(expected), SqlRenaming.column(Sql.of(sql), TABLE, from, to));
  }

  @Test
  void readsNamesAsTheDialectDoes() {
    Sql postgres = Sql.only(Dialect.POSTGRESQL, "note > 0 AND \"Note\" > 0");
    Sql sqlite = Sql.only(Dialect.SQLITE, "note > 0 AND \"Note\" > 0");
    assertEquals(
        Sql.only(Dialect.POSTGRESQL, "note > 0 AND a > 0"),
        SqlRenaming.column(postgres, TABLE, "Note", "a"));
    assertEquals(
        Sql.only(Dialect.SQLITE, "a > 0 AND a > 0"),
        SqlRenaming.column(sqlite, TABLE, "Note", "a"));
    assertEquals(
        Sql.only(Dialect.POSTGRESQL, "action > 0"),
        SqlRenaming.column(Sql.only(Dialect.POSTGRESQL, "a > 0"), TABLE, "a", "action"));
    assertEquals(
        Sql.only(Dialect.SQLITE, "\"action\" > 0"),
        SqlRenaming.column(Sql.only(Dialect.SQLITE, "a > 0"), TABLE, "a", "action"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "t | u       | t.a > t            | u.a > t",
        "t | order   | t.a > 0            | \"order\".a > 0",
        "s.t | r.u   | s.t.a > 0          | r.u.a > 0",
        "s.t | u     | s.t.a > 0          | u.a > 0",
        "t | u       | x.t > 't.a'        | x.t > 't.a'"
      })
  void renamesTables(String from, String to, String sql, String expected) {
    assertEquals(
        Sql.only(Dialect.POSTGRESQL, expected),
        SqlRenaming.table(
            Sql.only(Dialect.POSTGRESQL, sql), QualifiedName.parse(from), QualifiedName.parse(to)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'A'::mood = mood              | 'A'::feeling = mood",
        "CAST('A' AS mood) = 'mood'    | CAST('A' AS feeling) = 'mood'",
        "'A'::double precision > mood  | 'A'::double precision > mood"
      })
  void renamesTypes(String sql, String expected) {
    assertEquals(
        Sql.of(expected),
        SqlRenaming.enumType(Sql.of(sql), QualifiedName.of("mood"), QualifiedName.of("feeling")));
  }

  @Test
  void fragmentsOfTheSameFormSayTheSame() {
    Sql form = SqlForm.of(Sql.of("a>0 AND \"b\" IN ('x', 'Y')"));
    assertEquals(form, SqlForm.of(Sql.of("A > 0\nand b in('x','Y')")));
    assertNotEquals(form, SqlForm.of(Sql.of("a>0 AND \"B\" IN ('x', 'Y')")));
    assertNotEquals(form, SqlForm.of(Sql.of("a>0 AND \"b\" IN ('x', 'y')")));
    assertNotEquals(form, SqlForm.of(Sql.only(Dialect.SQLITE, "a>0 AND \"b\" IN ('x', 'Y')")));
  }
}
