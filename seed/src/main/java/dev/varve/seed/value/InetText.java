package dev.varve.seed.value;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** IP addresses as text. */
final class InetText {
  private InetText() {}

  /**
   * The address in the form that PostgreSQL writes too: small letters, and the longest run of zeros
   * as {@code ::} (<a href="https://www.rfc-editor.org/rfc/rfc5952">RFC 5952</a>).
   */
  static String format(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length == 4) {
      return address.getHostAddress();
    }
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = (bytes[2 * i] & 0xff) << 8 | bytes[2 * i + 1] & 0xff;
    }
    int zeros = zeros(groups);
    int end = zeros < 0 ? 0 : zeros + run(groups, zeros);
    StringBuilder text = new StringBuilder(39);
    for (int i = 0; i < 8; i++) {
      if (i == zeros) {
        text.append("::");
        i = end - 1;
      } else {
        text.append(i == 0 || i == end && zeros >= 0 ? "" : ":");
        text.append(Integer.toHexString(groups[i]));
      }
    }
    return text.toString();
  }

  /** Where the longest run of at least two zeros starts; -1: nowhere. */
  private static int zeros(int[] groups) {
    int best = -1;
    int longest = 1;
    for (int i = 0; i < groups.length; i++) {
      int run = run(groups, i);
      if (run > longest) {
        longest = run;
        best = i;
      }
    }
    return best;
  }

  private static int run(int[] groups, int start) {
    int end = start;
    while (end < groups.length && groups[end] == 0) {
      end++;
    }
    return end - start;
  }

  /**
   * Reads an address, never asking a name server.
   *
   * @throws ValueException if {@code text} is none
   */
  static InetAddress parse(String text) {
    boolean literal = text.indexOf(':') >= 0;
    for (int i = 0; i < text.length() && !literal; i++) {
      char c = text.charAt(i);
      if (c != '.' && (c < '0' || c > '9')) {
        throw new ValueException(Texts.shown(text) + " is no single IP address");
      }
    }
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new ValueException(Texts.shown(text) + " is no single IP address", e);
    }
  }
}
