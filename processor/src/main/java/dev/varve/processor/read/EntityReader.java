package dev.varve.processor.read;

import dev.varve.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads annotated records and checks them. */
public final class EntityReader {
  private final Elements elements;

  /** A reader for one compilation. */
  public EntityReader(ProcessingEnvironment environment) {
    elements = environment.getElementUtils();
  }

  /**
   * Reads all entities of a compilation. Nothing is remembered between two calls.
   *
   * @param annotated all that was seen in this round and those before
   * @param kept the tables and types of entities which aren't in this compilation but whose classes
   *     still exist; relations may lead to them
   * @param lastRound whether no other processor will generate types any more, so that a type which
   *     doesn't exist is an error
   */
  public Reading read(Annotated annotated, Schema kept, boolean lastRound) {
    MarkReader marks = new MarkReader();
    RecordReader records = new RecordReader(marks, elements);
    MissingTypes missing = new MissingTypes(records, new TypeReader(records));
    List<TypeElement> incomplete = new ArrayList<>();
    for (TypeElement entity : annotated.entities()) {
      if (entity.getKind() == ElementKind.RECORD && missing.in(entity)) {
        incomplete.add(entity);
      }
    }
    if (!incomplete.isEmpty() && !lastRound) {
      return new Reading(Optional.empty(), List.of(), incomplete);
    }
    Problems problems = new Problems();
    if (!incomplete.isEmpty()) {
      missing.suggest(annotated.entities(), problems);
    }
    ModelReader reader = new ModelReader(marks, records, elements, new Kept(kept), problems);
    Model model = reader.read(annotated);
    boolean clean = incomplete.isEmpty() && !problems.hasErrors();
    return new Reading(clean ? Optional.of(model) : Optional.empty(), problems.all(), List.of());
  }

  /**
   * Reads what entities say about the past that aren't in this compilation: from their classes,
   * which keep all annotations of components but lose those of types before JDK 22 (JDK-8225377).
   *
   * @param annotated all that was seen in this compilation
   * @param owners the binary names of the entities
   * @param all the tables of all entities
   */
  public Past past(Annotated annotated, Set<String> owners, Schema all) {
    Set<TypeElement> entities = new LinkedHashSet<>();
    for (String owner : owners) {
      TypeElement entity = elements.getTypeElement(owner.replace('$', '.'));
      if (entity != null && entity.getKind() == ElementKind.RECORD) {
        entities.add(entity);
      }
    }
    if (entities.isEmpty()) {
      return Past.NONE;
    }
    MarkReader marks = new MarkReader();
    RecordReader records = new RecordReader(marks, elements);
    Problems toldBefore = new Problems();
    return new ModelReader(marks, records, elements, new Kept(all), toldBefore)
        .past(annotated, entities);
  }
}
