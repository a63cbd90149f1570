package dev.varve.project;

import dev.varve.schema.plan.Migration.Phase;

/**
 * A migration as text, before it has a name.
 *
 * @param phase its place among those of the same changes
 * @param up its up script
 * @param down its down script
 */
record RenderedMigration(Phase phase, RenderedScript up, RenderedScript down) {}
