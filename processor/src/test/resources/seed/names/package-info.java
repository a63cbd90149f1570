/** Names that clash. */
@dev.varve.Database(name = "Names")
package names;
