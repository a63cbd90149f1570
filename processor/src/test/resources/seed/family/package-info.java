@dev.varve.Database(name = "Family")
package family;
