package dev.varve.runtime.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumTest {
  private static final String SCRIPT =
      """
      -- varve: init (generated 2026-11-20)
      -- varve:transaction none

      CREATE TABLE t (a text DEFAULT '-- not a comment', "b /* x" int);
      /* one /* two */ still */
      CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $body$
      BEGIN
        -- this comment is text
        PERFORM E'it\\'s -- text';
      END $body$;
      """;

  private static void same(String a, String b) {
    assertEquals(Checksum.of(a), Checksum.of(b), () -> "<" + a + "> and <" + b + ">");
  }

  private static void different(String a, String b) {
    assertNotEquals(Checksum.of(a), Checksum.of(b), () -> "<" + a + "> and <" + b + ">");
  }

  @Test
  void hasASchemeAndIsStableForEver() {
    assertTrue(Checksum.of(SCRIPT).matches("v1:[0-9a-f]{64}"));
    assertEquals(
        "v1:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Checksum.of(""));
    assertEquals(
        "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        Checksum.ofBytes(new byte[0]));
    assertEquals(
        "\n-- varve:transaction none\n CREATE TABLE t (a text DEFAULT '-- not a comment', \"b /* x\""
            + " int); CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $body$\n"
            + "BEGIN\n  -- this comment is text\n  PERFORM E'it\\'s -- text';\nEND $body$;",
        Checksum.normalised(SCRIPT));
  }

  @Test
  void lineEndsBomBlanksAndCommentsDoNotCount() {
    same(SCRIPT, SCRIPT.replace("\n", "\r\n"));
    same(SCRIPT, SCRIPT.replace("\n", "\r"));
    same(SCRIPT, "\ufeff" + SCRIPT);
    same(SCRIPT, SCRIPT.strip());
    same(SCRIPT, SCRIPT.replace(";\n/*", ";   \n\n\n/*"));
    same(SCRIPT, SCRIPT.replace("(generated 2026-11-20)", "(sealed)"));
    same(SCRIPT, SCRIPT.replace("still */", "it's */"));
    same("SELECT 1", "SELECT/* a */1 -- it's one");
    same("SELECT 1;\nSELECT 2;", "SELECT 1;\n-- two\nSELECT 2;");
  }

  @Test
  void whatIsQuotedCounts() {
    different(SCRIPT, SCRIPT.replace("-- not a comment", "-- no comment"));
    different(SCRIPT, SCRIPT.replace("-- this comment is text", ""));
    different(SCRIPT, SCRIPT.replace("-- text'", "-- other'"));
    different(SCRIPT, SCRIPT.replace("/* x\"", "/* y\""));
    different("SELECT 'a  b'", "SELECT 'a b'");
    different("SELECT 'a\n\nb'", "SELECT 'a\nb'");
    different("SELECT 'it''s -- a'", "SELECT 'it''s -- b'");
    different("SELECT [a -- x]", "SELECT [a -- y]");
    different("SELECT `a -- x`", "SELECT `a -- y`");
    different("SELECT U&'a -- x'", "SELECT U&'a -- y'");
    different("SELECT a$b$ -- x\n, $b$ -- 1 $b$", "SELECT a$b$ -- x\n, $b$ -- 2 $b$");
    different("/* open SELECT 1", "/* open SELECT 2");
    different("SELECT 'open -- 1", "SELECT 'open -- 2");
  }

  @Test
  void aDollarInsideANameOpensNoQuote() {
    same("SELECT a$b$ -- one\n", "SELECT a$b$ -- two\n");
    same("SELECT $1 -- one $1$", "SELECT $1 -- two $1$");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-- varve:transaction none",
        "-- varve:phase contract",
        "-- varve:hazard DS103 drops",
        "-- IRREVERSIBLE: gone"
      })
  void directivesCount(String directive) {
    different("DROP TABLE t;", directive + "\nDROP TABLE t;");
    same(directive + "\nDROP TABLE t;", directive + "  \r\n\r\nDROP TABLE t;");
  }

  @Test
  void anyCommentsAndBlanksBetweenTokensAreTheSameAndAnyChangeOfATokenIsNot() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    String[] tokens = {
      "SELECT", "1", "'-- a'", "\"/*\"", "$$ -- $$", "E'\\' --'", "$x$ /* $$ $x$", ";", "(", ","
    };
    String[] gaps = {" ", "\n", "\r\n", " -- it's\n", "/* ' */", "\t/* /* \" */ $$ */\n\n"};
    for (int round = 0; round < 500; round++) {
      StringBuilder one = new StringBuilder();
      StringBuilder two = new StringBuilder();
      StringBuilder changed = new StringBuilder();
      int count = 1 + random.nextInt(12);
      int change = random.nextInt(count);
      for (int i = 0; i < count; i++) {
        String token = tokens[random.nextInt(tokens.length)];
        one.append(token).append(gaps[random.nextInt(gaps.length)]);
        two.append(token).append(gaps[random.nextInt(gaps.length)]);
        changed.append(i == change ? token + "x" : token).append(' ');
      }
      assertEquals(
          Checksum.of(one.toString()), Checksum.of(two.toString()), "seed " + seed + "\n" + one);
      assertNotEquals(
          Checksum.of(one.toString()),
          Checksum.of(changed.toString()),
          "seed " + seed + "\n" + one);
    }
  }

  @Test
  void bytesCountAsTheyAre() {
    assertNotEquals(
        Checksum.ofBytes("a\n".getBytes(StandardCharsets.UTF_8)),
        Checksum.ofBytes("a\r\n".getBytes(StandardCharsets.UTF_8)));
  }
}
