package dev.varve.runtime;

import dev.varve.runtime.format.Checksum;
import dev.varve.runtime.format.Engine;
import dev.varve.runtime.format.MigrationName;

/**
 * A migration whose files are here.
 *
 * @param name what it is called
 * @param draft whether it may still change
 * @param up the text of its up script
 * @param down the text of its down script
 * @param checksum {@link Checksum#of} its up script
 */
record Migration(MigrationName name, boolean draft, String up, String down, String checksum) {
  Script upScript(Engine engine) {
    return Script.read(name, name.upFile(), up, engine);
  }

  Script downScript(Engine engine) {
    return Script.read(name, name.downFile(), down, engine);
  }
}
