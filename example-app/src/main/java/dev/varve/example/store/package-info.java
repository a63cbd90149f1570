/**
 * A music store: the eleven tables of the Chinook data model as records.
 *
 * <p>Chinook names its tables in the singular and its keys after them, so the records say so.
 */
@Database(name = "Store", naming = TableNaming.SINGULAR)
@NullMarked
package dev.varve.example.store;

import dev.varve.Database;
import dev.varve.TableNaming;
import org.jspecify.annotations.NullMarked;
