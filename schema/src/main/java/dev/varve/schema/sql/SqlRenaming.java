package dev.varve.schema.sql;

import dev.varve.schema.Dialect;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Sql;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * Fragments of SQL in which a column, table or type is called otherwise: what a database makes of
 * its own expressions when one of them is renamed. Literals, functions and other names stay.
 */
public final class SqlRenaming {
  private final FragmentNames names;
  private final String sql;
  private final List<Token> tokens;
  private final NameRole[] roles;
  private final StringBuilder result;
  private int copied;

  private SqlRenaming(String sql, FragmentNames names) {
    this.names = names;
    this.sql = sql;
    tokens = SqlTokens.of(sql).tokens();
    roles = NameRole.of(tokens);
    result = new StringBuilder(sql.length() + 16);
  }

  /** A fragment over the columns of {@code table} after one of these is renamed. */
  public static Sql column(Sql sql, QualifiedName table, String from, String to) {
    return renamed(sql, renaming -> renaming.columns(table, from, to));
  }

  /** A fragment over the columns of a table after the table is renamed. */
  public static Sql table(Sql sql, QualifiedName from, QualifiedName to) {
    return renamed(sql, renaming -> renaming.tables(from, to));
  }

  /** A fragment after an enum type is renamed to which it may cast values. */
  public static Sql enumType(Sql sql, QualifiedName from, QualifiedName to) {
    return renamed(sql, renaming -> renaming.types(from, to));
  }

  /** A default after the word, of an enum type, is renamed that it consists of. */
  public static Sql word(Sql sql, String from, String to) {
    Map<Dialect, String> texts = new EnumMap<>(Dialect.class);
    texts.putAll(sql.byDialect());
    texts.replaceAll(
        (dialect, text) -> text.strip().equals(Literals.text(from)) ? Literals.text(to) : text);
    return new Sql(texts);
  }

  private interface Renaming {
    void in(SqlRenaming fragment);
  }

  private static Sql renamed(Sql sql, Renaming renaming) {
    Map<Dialect, String> texts = new EnumMap<>(Dialect.class);
    for (Map.Entry<Dialect, String> text : sql.byDialect().entrySet()) {
      EnumSet<Dialect> sharing = EnumSet.noneOf(Dialect.class);
      for (Map.Entry<Dialect, String> other : sql.byDialect().entrySet()) {
        if (other.getValue().equals(text.getValue())) {
          sharing.add(other.getKey());
        }
      }
      SqlRenaming fragment = new SqlRenaming(text.getValue(), new FragmentNames(sharing));
      renaming.in(fragment);
      texts.put(text.getKey(), fragment.text());
    }
    return new Sql(texts);
  }

  private void columns(QualifiedName table, String from, String to) {
    for (int i = 0; i < roles.length; i++) {
      Token token = tokens.get(i);
      if (roles[i] == NameRole.COLUMN && names.matches(token, from) && isOf(table, i)) {
        replace(token, names.inPlaceOf(token, from, to));
      }
    }
  }

  /** Whether nothing but the table stands before a column's name. */
  private boolean isOf(QualifiedName table, int i) {
    return i < 2
        || !tokens.get(i - 1).isSymbol(".")
        || names.matches(tokens.get(i - 2), names.table(table));
  }

  private void tables(QualifiedName from, QualifiedName to) {
    for (int i = 0; i + 2 < roles.length; i++) {
      Token token = tokens.get(i);
      if (roles[i] == NameRole.QUALIFIER
          && roles[i + 2] == NameRole.COLUMN
          && names.matches(token, names.table(from))) {
        qualify(i, from.schema(), to.schema());
        replace(token, names.inPlaceOf(token, names.table(from), names.table(to)));
      }
    }
  }

  private void types(QualifiedName from, QualifiedName to) {
    for (int i = 0; i < roles.length; i++) {
      Token token = tokens.get(i);
      boolean last = i + 1 == roles.length || !tokens.get(i + 1).isSymbol(".");
      if (roles[i] == NameRole.TYPE && last && names.matches(token, from.name())) {
        qualify(i, from.schema(), to.schema());
        replace(token, names.inPlaceOf(token, from.name(), to.name()));
      }
    }
  }

  /** Replaces the schema before a name; adds none where none was written. */
  private void qualify(int i, String from, String to) {
    if (i < 2 || !tokens.get(i - 1).isSymbol(".") || from.equals(to)) {
      return;
    }
    Token schema = tokens.get(i - 2);
    if (to.isEmpty()) {
      result.append(sql, copied, schema.start());
      copied = tokens.get(i).start();
    } else {
      replace(schema, names.inPlaceOf(schema, from, to));
    }
  }

  private void replace(Token token, String text) {
    result.append(sql, copied, token.start()).append(text);
    copied = token.end();
  }

  private String text() {
    return copied == 0 ? sql : result.append(sql, copied, sql.length()).toString();
  }
}
