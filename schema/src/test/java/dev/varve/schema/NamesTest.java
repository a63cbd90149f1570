package dev.varve.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  @ParameterizedTest
  @CsvSource({
    "placedAt, placed_at",
    "id, id",
    "HTTPServer, http_server",
    "Customer, customer",
    "line2Total, line2_total",
    "parseURL, parse_url",
    "aB, a_b",
    "ABC, abc",
    "already_snake, already_snake",
    "with_Under, with_under",
    "größeÄnderung, größe_änderung",
    "IID, iid",
  })
  void writesSnakeCase(String java, String expected) {
    assertEquals(expected, Names.snakeCase(java));
  }

  @ParameterizedTest
  @CsvSource({
    "customer, customers",
    "country, countries",
    "day, days",
    "key, keys",
    "box, boxes",
    "address, addresses",
    "bus, buses",
    "quiz, quizes",
    "branch, branches",
    "dish, dishes",
    "y, ys",
    "invoice_line, invoice_lines",
    "photo, photos",
    "person, persons",
  })
  void writesPluralsByRule(String one, String many) {
    assertEquals(many, Names.plural(one));
  }

  @Test
  void namesAsPostgresDoes() {
    QualifiedName table = new QualifiedName("blog", "posts");
    assertEquals("posts_pkey", Names.primaryKey(table));
    assertEquals("posts_author_id_day_key", Names.uniqueKey(table, List.of("author_id", "day")));
    assertEquals("posts_author_id_fkey", Names.foreignKey(table, List.of("author_id")));
    assertEquals("posts_author_id_idx", Names.index(table, List.of("author_id")));
    assertEquals("posts_check", Names.check(table, List.of()));
    assertEquals("posts_title_check", Names.check(table, List.of("title")));
  }

  @Test
  void keepsWhatFitsToTheByte() {
    String stem = "a".repeat(Names.MAX_BYTES - "_pkey".length());
    assertEquals(stem + "_pkey", Names.fit(stem, "pkey"));
    assertTrue(Names.fit(stem + "a", "pkey").matches("a{49}_[0-9a-f]{8}_pkey"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ä", "日", "😀", "aä", "a😀", "ab日"})
  void cutsBetweenCharacters(String characters) {
    for (int length = 1; length < 100; length++) {
      String name = Names.fit(characters.repeat(length), "idx");
      assertTrue(Names.bytes(name) <= Names.MAX_BYTES, name);
      assertTrue(Names.bytes(name) > Names.MAX_BYTES - 4 || length < 40, name);
      assertEquals(-1, name.indexOf('?'));
      assertEquals(name, new String(name.getBytes(UTF_8), UTF_8));
    }
  }

  @Test
  void keepsLongNamesApart() {
    String stem = "a".repeat(80);
    assertNotEquals(Names.fit(stem + "b", "idx"), Names.fit(stem + "c", "idx"));
    assertEquals(
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa_1e85e9e1_idx", Names.fit(stem, "idx"));
  }

  @Test
  void countsBytes() {
    assertEquals(3, Names.bytes("abc"));
    assertEquals(2, Names.bytes("ä"));
    assertEquals(4, Names.bytes("😀"));
  }
}
