package dev.varve.runtime.format;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Checksums of files, with the scheme they were made by: a later scheme can be told from this one.
 *
 * <p>Scheme {@code v1}, {@link #of}, is the SHA-256 of what a script means, not of its bytes. These
 * do not count: a byte order mark, how lines end, comments, and how much white space (blanks, tabs,
 * line ends, blank lines) stands somewhere, as long as there is some. These do: everything else,
 * all that stands between quotes (strings, dollar quotes, quoted names; only how lines end does not
 * count there either), and the comments that are {@linkplain Directives directives}. Block comments
 * nest, as in PostgreSQL. A quote or comment that never ends counts, to the end of the text.
 */
public final class Checksum {
  private static final String SCRIPT_SCHEME = "v1:";
  private static final String BYTES_SCHEME = "sha256:";

  private Checksum() {}

  /** The checksum of a script: {@code v1:} and 64 hexadecimal digits. */
  public static String of(String script) {
    return SCRIPT_SCHEME + sha256(normalised(script).getBytes(StandardCharsets.UTF_8));
  }

  /** The checksum of bytes as they are: {@code sha256:} and 64 hexadecimal digits. */
  public static String ofBytes(byte[] bytes) {
    return BYTES_SCHEME + sha256(bytes);
  }

  /** What scheme {@code v1} hashes: tokens, one blank or line end between those that had any. */
  static String normalised(String script) {
    String text = Text.plain(script);
    StringBuilder kept = new StringBuilder(text.length());
    SqlScanner scanner = new SqlScanner(text, SqlScanner.Lexicon.EITHER);
    boolean apart = false;
    while (scanner.next()) {
      switch (scanner.kind()) {
        case SPACE, BLOCK_COMMENT -> apart = true;
        case LINE_COMMENT -> {
          String comment = scanner.token();
          if (Directives.isDirective(comment)) {
            kept.append('\n').append(comment.strip()).append('\n');
          }
          apart = true;
        }
        case QUOTED, WORD, SYMBOL, OPEN -> {
          if (apart && !kept.isEmpty()) {
            kept.append(' ');
          }
          kept.append(text, scanner.start(), scanner.end());
          apart = false;
        }
      }
    }
    return kept.toString();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256 (MessageDigest's contract)", e);
    }
  }
}
