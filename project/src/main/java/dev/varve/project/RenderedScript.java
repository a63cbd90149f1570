package dev.varve.project;

import dev.varve.runtime.format.Checksum;

/**
 * A script of a migration, without its header.
 *
 * @param body its text
 * @param checksum its checksum, which is also that of the whole file: a header is a comment and
 *     doesn't count
 */
record RenderedScript(String body, String checksum) {
  static RenderedScript of(String body) {
    return new RenderedScript(body, Checksum.of(body));
  }
}
