package dev.varve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sqlite:shop.db                    | jdbc:sqlite:shop.db",
        "sqlite:/var/shop.db               | jdbc:sqlite:/var/shop.db",
        "sqlite:///var/shop.db             | jdbc:sqlite:/var/shop.db",
        "sqlite://shop.db                  | jdbc:sqlite:shop.db",
        "jdbc:sqlite:shop.db?mode=x        | jdbc:sqlite:shop.db?mode=x",
        "jdbc:sqlite://var/shop.db         | jdbc:sqlite://var/shop.db",
        "postgres://h/shop                 | jdbc:postgresql://h/shop",
        "postgresql://h:5433/shop          | jdbc:postgresql://h:5433/shop",
        "postgres://me@h1:1,h2:2/shop      | jdbc:postgresql://h1:1,h2:2/shop",
        "postgres://me@[::1]:5432/shop     | jdbc:postgresql://[::1]:5432/shop",
        "postgres:///shop                  | jdbc:postgresql://localhost/shop",
        "postgres://me@h                   | jdbc:postgresql://h/",
        "postgres://h/a%20b%2Fc            | jdbc:postgresql://h/a+b%2Fc",
        "jdbc:postgresql://h/shop?user=me  | jdbc:postgresql://h/shop",
        "jdbc:postgresql:shop              | jdbc:postgresql:shop",
      })
  void eachFormIsUnderstood(String url, String jdbc) {
    assertEquals(jdbc, DatabaseUrl.parse(url).jdbc());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "postgres://me:s3cret@h/d                     | {password=s3cret, user=me}",
        "postgres://me:p@s@h/d                        | {password=p@s, user=me}",
        "postgres://m%40e:a%2Fb%3F+%25@h/d            | {password=a/b?+%, user=m@e}",
        "postgres://h/d?user=me&password=a%26b+c      | {password=a&b+c, user=me}",
        "postgres://h/d?sslmode=require&connect_timeout=3 | {connectTimeout=3, sslmode=require}",
        "jdbc:postgresql://h/d?user=me&password=a%26b+c | {password=a&b c, user=me}",
      })
  void userPasswordAndParametersGoToTheDriver(String url, String properties) {
    Map<String, String> found = new TreeMap<>(DatabaseUrl.parse(url).properties());
    assertEquals("varve", found.remove("ApplicationName"));
    assertEquals(properties, found.toString());
  }

  @Test
  void theNameThatOthersSeeCanBeGiven() {
    DatabaseUrl url = DatabaseUrl.parse("postgres://h/d?application_name=deploy");
    assertEquals(Map.of("ApplicationName", "deploy"), url.properties());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "shop.db",
        "mysql://me:s3cret@h/d",
        "jdbc:mysql://h/d?password=s3cret",
        "sqlite:",
        "jdbc:postgresql://me:s3cret@h/d",
        "postgres://me:s3cret/9@h/d",
        "postgres://me:%zzs3cret@h/d",
        "postgres://h:s3cret/d",
        "postgres://h/d?s3cret",
        "postgres:///d?host=/var/run/postgresql&password=s3cret",
        "jdbc:postgresql://h/d?password=%s3cret",
      })
  void anythingElseIsRefusedWithoutShowingIt(String url) {
    CommandException e = assertThrows(CommandException.class, () -> DatabaseUrl.parse(url));
    assertEquals(ExitCode.USAGE, e.exitCode());
    assertFalse(e.getMessage().contains("s3cret"), e.getMessage());
    assertTrue(e.getMessage().contains("write") || e.getMessage().contains("written"), url);
  }

  @Test
  void asTextItHasNoPassword() {
    assertEquals(
        "postgresql://h/d as me", DatabaseUrl.parse("postgres://me:s3cret@h/d?a=b").toString());
    assertEquals(
        "sqlite:x.db?password=***", DatabaseUrl.parse("sqlite:x.db?password=s3cret").toString());
  }
}
