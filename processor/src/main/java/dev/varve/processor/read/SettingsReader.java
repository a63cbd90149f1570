package dev.varve.processor.read;

import dev.varve.processor.Message;
import dev.varve.processor.Place;
import dev.varve.schema.Dialect;
import dev.varve.schema.Table;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Reads {@code @Database}, or finds out what holds without it. */
final class SettingsReader {
  private static final String DEFAULT_NAME = "Database";

  private final MarkReader marks;
  private final Elements elements;
  private final Problems problems;

  SettingsReader(MarkReader marks, Elements elements, Problems problems) {
    this.marks = marks;
    this.elements = elements;
    this.problems = problems;
  }

  /**
   * The settings of the database that {@code entities} form.
   *
   * @param declared what carries {@code @Database} in this compilation
   * @param kept the tables of other entities, which may lie in other packages
   */
  Settings read(List<Element> declared, List<TypeElement> entities, Kept kept) {
    String common = commonPackage(entities, kept);
    Optional<Element> database = database(declared, common, kept);
    if (database.isEmpty()) {
      checkCommon(entities, common);
      Set<Dialect> all = EnumSet.allOf(Dialect.class);
      return new Settings(nameOf(common), common, all, true, Optional.empty());
    }
    Site site = new Site(database.get(), marks.read(database.get()));
    Mark mark = site.marks().first(MarkKind.DATABASE);
    String packageName = packageOf(database.get());
    return mark == null
        ? new Settings(nameOf(common), common, EnumSet.allOf(Dialect.class), true, database)
        : settings(site, mark, packageName, common);
  }

  private Settings settings(Site site, Mark mark, String packageName, String common) {
    checkRemoved(site, mark);
    return new Settings(
        name(site, mark, packageName, common),
        packageName,
        dialects(site, mark),
        !mark.constant("naming").equals("SINGULAR"),
        Optional.of(site.element()));
  }

  /** The annotated element of this compilation, else that of an earlier one. */
  private Optional<Element> database(List<Element> declared, String common, Kept kept) {
    for (int i = 1; i < declared.size(); i++) {
      Site site = new Site(declared.get(i), marks.read(declared.get(i)));
      problems.add(
          Message.TWO_DATABASES, site.place(MarkKind.DATABASE), declared.get(0).toString());
    }
    return declared.isEmpty()
        ? EarlierDatabase.find(common, !kept.schema().tables().isEmpty(), marks, elements)
        : Optional.of(declared.get(0));
  }

  private String name(Site site, Mark mark, String packageName, String common) {
    String name = mark.text("name");
    if (name.isEmpty()) {
      return nameOf(packageName.isEmpty() ? common : packageName);
    }
    if (SourceVersion.isIdentifier(name) && Character.isUpperCase(name.charAt(0))) {
      return name;
    }
    problems.add(Message.DATABASE_NAME, site.place(mark, "name"), name);
    return DEFAULT_NAME;
  }

  private Set<Dialect> dialects(Site site, Mark mark) {
    if (!mark.has("dialects")) {
      return EnumSet.allOf(Dialect.class);
    }
    Set<Dialect> dialects = Dialects.read(mark.list("dialects"));
    if (!dialects.isEmpty()) {
      return dialects;
    }
    if (mark.list("dialects").isEmpty()) {
      problems.add(Message.NO_DIALECTS, site.place(mark, "dialects"));
    }
    return EnumSet.allOf(Dialect.class);
  }

  private void checkRemoved(Site site, Mark mark) {
    List<AnnotationValue> values = mark.list("removed");
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i).getValue() instanceof String table && table.isBlank()) {
        problems.add(Message.EMPTY_NAME, site.place(mark, "removed", i), "removed");
      }
    }
  }

  private void checkCommon(List<TypeElement> entities, String common) {
    if (common.isEmpty() && !entities.isEmpty() && !packageOf(entities.get(0)).isEmpty()) {
      problems.add(Message.NO_COMMON_PACKAGE, Place.of(entities.get(0)));
    }
  }

  /** {@code Shop} for {@code com.acme.shop}. */
  private static String nameOf(String packageName) {
    String last = packageName.substring(packageName.lastIndexOf('.') + 1);
    StringBuilder name = new StringBuilder();
    boolean capital = true;
    for (int i = 0; i < last.length(); i++) {
      char c = last.charAt(i);
      if (c == '_') {
        capital = true;
      } else {
        name.append(capital ? Character.toUpperCase(c) : c);
        capital = false;
      }
    }
    boolean usable = name.length() > 0 && Character.isJavaIdentifierStart(name.charAt(0));
    return usable ? name.toString() : DEFAULT_NAME;
  }

  private String commonPackage(Collection<TypeElement> entities, Kept kept) {
    @Nullable String common = null;
    for (TypeElement entity : entities) {
      common = common(common, packageOf(entity));
    }
    for (Table table : kept.schema().tables()) {
      String origin = table.origin();
      int end = origin.indexOf('#');
      String record = (end < 0 ? origin : origin.substring(0, end)).replace('$', '.');
      TypeElement type = record.isEmpty() ? null : elements.getTypeElement(record);
      if (type != null) {
        common = common(common, packageOf(type));
      }
    }
    return common == null ? "" : common;
  }

  private static String common(@Nullable String first, String second) {
    if (first == null || first.equals(second) || second.startsWith(first + '.')) {
      return first == null ? second : first;
    }
    String shorter = first;
    while (!shorter.isEmpty() && !second.equals(shorter) && !second.startsWith(shorter + '.')) {
      shorter = shorter.substring(0, Math.max(0, shorter.lastIndexOf('.')));
    }
    return shorter;
  }

  private String packageOf(Element element) {
    PackageElement in = elements.getPackageOf(element);
    return in.getQualifiedName().toString();
  }
}
