package dev.varve.catalog;

import dev.varve.catalog.SqliteToken.Kind;
import java.util.ArrayList;
import java.util.List;

/** A place in a statement of SQLite's. */
final class SqliteCursor {
  private static final SqliteToken END = new SqliteToken(Kind.SIGN, "", 0, 0);

  private final String sql;
  private final List<SqliteToken> tokens;
  private int at;

  SqliteCursor(String sql) {
    this.sql = sql;
    tokens = SqliteLexer.tokens(sql);
  }

  SqliteToken peek() {
    return peek(0);
  }

  SqliteToken peek(int ahead) {
    return at + ahead < tokens.size() ? tokens.get(at + ahead) : END;
  }

  boolean atEnd() {
    return at >= tokens.size();
  }

  SqliteToken next() {
    SqliteToken token = peek();
    at++;
    return token;
  }

  /** Goes past these words if they are next. */
  boolean accept(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!peek(i).isWord(words[i])) {
        return false;
      }
    }
    at += words.length;
    return true;
  }

  boolean acceptSign(String sign) {
    if (!peek().isSign(sign)) {
      return false;
    }
    at++;
    return true;
  }

  void expectSign(String sign) {
    if (!acceptSign(sign)) {
      throw unexpected('"' + sign + '"');
    }
  }

  String name() {
    // SQLite lets a text stand for a name: CREATE TABLE 't'.
    if (!peek().isName() && !peek().text().startsWith("'")) {
      throw unexpected("a name");
    }
    SqliteToken token = next();
    return token.isName()
        ? token.text()
        : token.text().substring(1, token.text().length() - 1).replace("''", "'");
  }

  /** Names in parentheses, each with words that follow it, which are passed over. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    expectSign("(");
    do {
      names.add(name());
      while (!peek().isSign(",") && !peek().isSign(")")) {
        if (atEnd()) {
          throw unexpected("\")\"");
        }
        at++;
      }
    } while (acceptSign(","));
    expectSign(")");
    return names;
  }

  /** The text between a parenthesis that is next and the one that closes it. */
  String enclosed() {
    int start = peek().end();
    expectSign("(");
    skipTo(")");
    String text = sql.substring(start, peek().start()).strip();
    at++;
    return text;
  }

  /** Goes to a sign that stands in no parentheses. */
  void skipTo(String... signs) {
    int depth = 0;
    while (!atEnd()) {
      SqliteToken token = peek();
      if (depth == 0) {
        for (String sign : signs) {
          if (token.isSign(sign)) {
            return;
          }
        }
      }
      depth += token.isSign("(") ? 1 : token.isSign(")") ? -1 : 0;
      at++;
    }
    throw unexpected('"' + String.join("\" or \"", signs) + '"');
  }

  int position() {
    return at;
  }

  /** The text from a token to the one before the current. */
  String textFrom(int position) {
    return textFrom(position, at);
  }

  /** The text from a token to the one before another. */
  String textFrom(int position, int end) {
    return position >= end
        ? ""
        : sql.substring(tokens.get(position).start(), tokens.get(end - 1).end());
  }

  /** All that follows. */
  String rest() {
    return atEnd() ? "" : sql.substring(peek().start()).strip();
  }

  IllegalStateException unexpected(String wanted) {
    String found = atEnd() ? "its end" : '"' + peek().text() + '"';
    return new IllegalStateException(
        "can't read the statement that SQLite keeps: found "
            + found
            + " where "
            + wanted
            + " was due: "
            + sql);
  }
}
