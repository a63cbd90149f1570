package dev.varve.schema.sql;

import dev.varve.schema.Dialect;
import dev.varve.schema.Sql;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Fragments of SQL without what means nothing: white space, comments, capitals of words and quotes
 * that aren't needed. Two fragments of the same form say the same.
 */
public final class SqlForm {
  private SqlForm() {}

  /** The form of a fragment. It is for comparing, not for a database. */
  public static Sql of(Sql sql) {
    Map<Dialect, String> forms = new EnumMap<>(Dialect.class);
    for (Map.Entry<Dialect, String> text : sql.byDialect().entrySet()) {
      forms.put(text.getKey(), of(text.getValue(), Identifiers.of(text.getKey())));
    }
    return new Sql(forms);
  }

  private static String of(String text, Identifiers names) {
    List<Token> tokens = SqlTokens.of(text).tokens();
    StringBuilder form = new StringBuilder(text.length() + 8);
    for (Token token : tokens) {
      form.append(
              switch (token.kind()) {
                case WORD -> token.text().toLowerCase(Locale.ROOT);
                case QUOTED -> names.quoted(token.name());
                case TEXT, NUMBER, SYMBOL -> token.text();
              })
          .append(' ');
    }
    return form.toString();
  }
}
