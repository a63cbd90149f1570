package dev.varve.runtime.format;

import dev.varve.runtime.format.SqlScanner.Kind;
import dev.varve.runtime.format.SqlScanner.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Recognises the plain statements that make or take away tables and columns. What functions, DO
 * blocks and cascades do isn't seen.
 */
public final class TableStatement {
  private record Token(Kind kind, String text) {
    boolean isWord(String word) {
      return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    boolean isSymbol(char c) {
      return kind == Kind.SYMBOL && text.charAt(0) == c;
    }
  }

  private static final Token END = new Token(Kind.SPACE, "");

  private final Engine engine;
  private final List<Token> tokens = new ArrayList<>();
  private final List<Destructive> found = new ArrayList<>();
  private int next;

  private TableStatement(SqlStatement statement, Engine engine) {
    this.engine = engine;
    SqlScanner scanner = new SqlScanner(statement.text(), Lexicon.of(engine));
    while (scanner.next()) {
      if (scanner.kind() != Kind.SPACE && !scanner.isComment()) {
        tokens.add(new Token(scanner.kind(), scanner.token()));
      }
    }
  }

  /**
   * The tables and columns that go with what is in them, by the names that the statement uses:
   * {@code DROP TABLE}, {@code TRUNCATE}, {@code DELETE FROM} without a condition, {@code ALTER
   * TABLE … DROP}.
   */
  public static List<Destructive> destroyed(SqlStatement statement, Engine engine) {
    return switch (statement.keyword()) {
      case "DROP", "TRUNCATE", "DELETE", "ALTER" ->
          new TableStatement(statement, engine).destroyed();
      default -> List.of();
    };
  }

  /** The table or the columns that come: {@code CREATE TABLE}, {@code ALTER TABLE … ADD}. */
  public static List<Destructive> created(SqlStatement statement, Engine engine) {
    return switch (statement.keyword()) {
      case "CREATE", "ALTER" -> new TableStatement(statement, engine).created();
      default -> List.of();
    };
  }

  private List<Destructive> created() {
    if (skip("CREATE")) {
      skip("UNLOGGED");
      if (skip("TABLE")) {
        skipIfExists();
        name().ifPresent(found::add);
      }
    } else {
      altered("ADD");
    }
    return found;
  }

  private List<Destructive> destroyed() {
    if (skip("DROP") && skip("TABLE")) {
      skipIfExists();
      tables();
    } else if (skip("TRUNCATE")) {
      skip("TABLE");
      tables();
    } else if (skip("DELETE") && skip("FROM")) {
      deleted();
    } else {
      altered("DROP");
    }
    return found;
  }

  private void altered(String verb) {
    if (skip("ALTER") && skip("TABLE")) {
      skipIfExists();
      skip("ONLY");
      name().ifPresent(table -> columns(table, verb));
    }
  }

  private void tables() {
    do {
      skip("ONLY");
      name().ifPresent(found::add);
      skipSymbol('*');
    } while (skipSymbol(','));
  }

  private void deleted() {
    skip("ONLY");
    name().filter(table -> peek() == END).ifPresent(found::add);
  }

  /** The actions of ALTER TABLE are between commas that stand in no parentheses. */
  private void columns(Destructive table, String verb) {
    skipSymbol('*');
    do {
      if (skip(verb) && !peek().isWord("CONSTRAINT")) {
        skip("COLUMN");
        skipIfExists();
        part().ifPresent(c -> found.add(Destructive.column(table.schema(), table.table(), c)));
      }
    } while (skipAction());
  }

  private boolean skipAction() {
    int depth = 0;
    while (peek() != END) {
      Token token = peek();
      next++;
      if (token.isSymbol('(')) {
        depth++;
      } else if (token.isSymbol(')')) {
        depth--;
      } else if (token.isSymbol(',') && depth == 0) {
        return true;
      }
    }
    return false;
  }

  private Optional<Destructive> name() {
    List<String> parts = new ArrayList<>();
    do {
      part().ifPresent(parts::add);
    } while (skipSymbol('.'));
    int last = parts.size() - 1;
    return last < 0
        ? Optional.empty()
        : Optional.of(Destructive.table(last == 0 ? "" : parts.get(last - 1), parts.get(last)));
  }

  /** One name, as the database has it. */
  private Optional<String> part() {
    Token token = peek();
    if (token.kind() == Kind.WORD) {
      next++;
      boolean folded = engine == Engine.POSTGRESQL;
      return Optional.of(folded ? token.text().toLowerCase(Locale.ROOT) : token.text());
    }
    if (token.kind() == Kind.QUOTED) {
      next++;
      String quote = token.text().substring(token.text().length() - 1);
      String inner = token.text().substring(1, token.text().length() - 1);
      return Optional.of(inner.replace(quote + quote, quote));
    }
    return Optional.empty();
  }

  private Token peek() {
    return next < tokens.size() ? tokens.get(next) : END;
  }

  private void skipIfExists() {
    if (skip("IF")) {
      skip("NOT");
      skip("EXISTS");
    }
  }

  private boolean skip(String word) {
    boolean there = peek().isWord(word);
    next += there ? 1 : 0;
    return there;
  }

  private boolean skipSymbol(char c) {
    boolean there = peek().isSymbol(c);
    next += there ? 1 : 0;
    return there;
  }
}
