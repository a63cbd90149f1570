package dev.varve.example;

import dev.varve.example.store.Invoice;
import dev.varve.example.store.InvoiceStatus;
import dev.varve.example.store.StoreSeed;
import dev.varve.junit.MigrationChecks;

class StoreMigrationsTest extends MigrationChecks<StoreSeed> {
  /**
   * Nobody knows what a refunded invoice was before refunds, so there must be none on the way back.
   */
  @Override
  protected void fill(StoreSeed seed) {
    for (Invoice invoice : seed.smoke().invoices()) {
      if (invoice.status() == InvoiceStatus.REFUNDED) {
        seed.add(paid(invoice));
      }
    }
  }

  private static Invoice paid(Invoice i) {
    return new Invoice(
        i.id(), i.customer(), i.invoiceDate(), i.billing(), i.total(), InvoiceStatus.PAID);
  }
}
