package dev.varve.cli;

import dev.varve.schema.Dialect;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code postgresql} or {@code sqlite}, and lists them for completion. */
final class DialectName implements ITypeConverter<Dialect>, Iterable<String> {
  @Override
  public Dialect convert(String text) {
    for (Dialect dialect : Dialect.values()) {
      if (dialect.directory().equals(text)) {
        return dialect;
      }
    }
    throw new TypeConversionException(
        "\"" + text + "\" is no dialect; there are " + String.join(", ", names()));
  }

  @Override
  public Iterator<String> iterator() {
    return names().iterator();
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Dialect dialect : Dialect.values()) {
      names.add(dialect.directory());
    }
    return names;
  }
}
