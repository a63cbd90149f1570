/**
 * Writes the files that follow from a model: all of them or none, and none that is right already.
 *
 * <p>{@code DirectoryReader} reads what is there and makes sure that it is in order, or {@code
 * Repair} puts it together after a merge. An {@code Outlook} compares what is sealed with what the
 * records say now, and starts a {@code Rendering}: other threads have the core plan the migrations
 * of each dialect, and {@code MigrationText} writes them as text. Once all questions are answered,
 * {@code Planner} decides what the directory shall hold: sealed migrations as they are, drafts
 * under their versions and names, or those that a person edited. {@code FileBatch} replaces what
 * differs. {@link dev.varve.project.PendingWrite} is the way through all that.
 */
@NullMarked
package dev.varve.project;

import org.jspecify.annotations.NullMarked;
