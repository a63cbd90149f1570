package dev.varve.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file with environment variables, which only its owner may read:
 *
 * <pre>{@code
 * # a comment
 * DATABASE_URL=postgres://me:secret@db.example.org/shop
 * export OTHER='as it stands'
 * THIRD="with \" and \\"
 * }</pre>
 *
 * @param file where it is
 */
record EnvFile(Path file) {
  private static final Set<PosixFilePermission> OWNER =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private static final Pattern LINE =
      Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)");
  private static final Pattern SINGLE = Pattern.compile("'([^']*)'\\s*(?:#.*)?");
  private static final Pattern DOUBLE = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"\\s*(?:#.*)?");

  /**
   * Its variables. The last one of a name counts.
   *
   * @throws CommandException if others may read the file, or it can't be understood; no message
   *     shows what stands in it
   */
  Map<String, String> read() {
    try {
      refuseOthers();
      return parse(Files.readAllLines(file));
    } catch (NoSuchFileException e) {
      throw CommandException.usage("there is no file " + file);
    } catch (CharacterCodingException e) {
      throw CommandException.usage(file + " is not UTF-8; save it as UTF-8");
    } catch (IOException e) {
      throw CommandException.usage(file + " cannot be read: " + e);
    } catch (UnsupportedOperationException e) {
      throw CommandException.usage(
          file + ": this file system doesn't say who may read a file; set DATABASE_URL instead");
    }
  }

  private void refuseOthers() throws IOException {
    Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
    if (!OWNER.containsAll(mode)) {
      throw CommandException.usage(
          file
              + " may hold a password, but its mode is "
              + PosixFilePermissions.toString(mode)
              + "; let nobody else read it: chmod 600 "
              + file);
    }
  }

  private Map<String, String> parse(List<String> lines) {
    Map<String, String> variables = new TreeMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && line.charAt(0) != '#') {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
          throw wrong(i + 1, "is not of the form NAME=value");
        }
        variables.put(matcher.group(1), value(matcher.group(2), i + 1));
      }
    }
    return variables;
  }

  private String value(String text, int number) {
    if (text.startsWith("'") || text.startsWith("\"")) {
      boolean single = text.charAt(0) == '\'';
      Matcher quoted = (single ? SINGLE : DOUBLE).matcher(text);
      if (!quoted.matches()) {
        throw wrong(number, "has a quote that isn't closed, or something behind it");
      }
      return single ? quoted.group(1) : quoted.group(1).replaceAll("\\\\(.)", "$1");
    }
    return text.replaceFirst("(^|\\s)#.*", "").strip();
  }

  private CommandException wrong(int number, String what) {
    return CommandException.usage(file + ", line " + number + ": it " + what);
  }
}
