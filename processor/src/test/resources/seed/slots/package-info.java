/** Tables with several unique keys. */
@dev.varve.Database(name = "Slots")
package slots;
