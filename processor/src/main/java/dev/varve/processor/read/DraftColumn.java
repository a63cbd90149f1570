package dev.varve.processor.read;

import dev.varve.schema.Column;
import java.util.List;

/**
 * A column of a table that is being read.
 *
 * @param column as far as it is known
 * @param component the component that it stores, or belongs to
 * @param sites where annotations for it stand: the component, then the components of its value
 *     records, from the outside in
 */
record DraftColumn(Column column, Component component, List<Site> sites) {
  String name() {
    return column.name();
  }

  Site site() {
    return component.site();
  }

  DraftColumn with(Column other) {
    return new DraftColumn(other, component, sites);
  }
}
