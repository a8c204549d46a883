package dev.accepted.faults;

/** What a fault needs. */
enum Ground {
  /** One server on the embedded database. */
  ALONE,
  /** The same, with its data on a file system in a file. */
  DISK_IMAGE,
  /** The same, with its data on a small disk of its own. */
  SMALL_DISK,
  /** Three servers on one PostgreSQL. */
  CLUSTER
}
