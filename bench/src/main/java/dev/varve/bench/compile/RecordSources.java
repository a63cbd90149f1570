package dev.varve.bench.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the sources to be compiled: records of ten components, mixed as in an application.
 *
 * @param directory where to
 */
record RecordSources(Path directory) {
  private static final int ENUM_EVERY = 10;

  /** Writes {@code count} records and what they need; gives all files. */
  List<Path> write(int count) throws IOException {
    List<Path> files = new ArrayList<>();
    files.add(write("package-info", DATABASE));
    for (int i = 0; i < count; i++) {
      if (i % ENUM_EVERY == 0) {
        files.add(write(status(i), ENUM.formatted(status(i))));
      }
      files.add(write(entity(i), entitySource(i)));
    }
    return files;
  }

  private Path write(String type, String source) throws IOException {
    return Files.writeString(directory.resolve(type + ".java"), source);
  }

  private static String entity(int i) {
    return "Entity" + i;
  }

  private static String status(int i) {
    return "Status" + i / ENUM_EVERY;
  }

  private static String entitySource(int i) {
    String javadoc = i % 2 == 0 ? JAVADOC.formatted(i) : "";
    String index = i % 5 == 0 ? "@Index(columns = {\"status\", \"createdAt\"})\n" : "";
    return RECORD.formatted(javadoc, index, entity(i), status(i), relation(i));
  }

  /** To the record before, by its record and by its key in turn; the first refers to itself. */
  private static String relation(int i) {
    if (i == 0) {
      return "@Relation @Nullable Entity0 previous";
    }
    return i % 2 == 0
        ? "@Relation " + entity(i - 1) + " previous"
        : "@Relation(" + entity(i - 1) + ".class) long previousId";
  }

  private static final String DATABASE =
      """
      @dev.varve.Database(name = "Bench")
      package com.acme.bench;
      """;

  private static final String ENUM =
      """
      package com.acme.bench;

      public enum %s {
        NEW,
        PAID,
        SENT,
        DONE
      }
      """;

  private static final String JAVADOC =
      """
      /**
       * Something that number %d stands for.
       *
       * @param email where it can be reached
       * @param amount what it is worth
       */
      """;

  private static final String RECORD =
      """
      package com.acme.bench;

      import dev.varve.*;
      import java.math.BigDecimal;
      import java.time.Instant;
      import org.jspecify.annotations.Nullable;

      %s@Entity
      %spublic record %s(
          @Id long id,
          @Unique @Column(length = 320) String email,
          @Column(length = 80) String name,
          @Nullable @Column(length = 2000) String note,
          %s status,
          @Column(precision = 12, scale = 2) BigDecimal amount,
          @Default("CURRENT_TIMESTAMP") Instant createdAt,
          @Index int rank,
          boolean active,
          %s) {}
      """;
}
