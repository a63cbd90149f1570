package dev.varve.example.store;

/** How far an invoice has come. */
public enum InvoiceStatus {
  /** Sent, and not paid yet. */
  OPEN,
  /** Paid in full. */
  PAID,
  /** Paid, and paid back. */
  REFUNDED
}
