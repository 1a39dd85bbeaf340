package org.comuta.description;

/** Parts of a form, in the order people should see them. */
public enum Section {
  /** What it is called, and whether it is in use. */
  GENERAL,
  /** Where the other side is. */
  ADDRESS,
  /** Who is known there, and how they are found. */
  PERSONS,
  /** What they may do here. */
  ROLES,
  /** From where to where. */
  PATH,
  /** How what comes in is recognized. */
  ORIGIN,
  /** Which numbers, and what becomes of them. */
  NUMBERS,
  /** What is written, and how. */
  CONTENT,
  /** How much at once. */
  LIMITS,
  /** How long. */
  TIMES,
  /** What happens when it fails. */
  FAILURE,
  /** Sound and picture. */
  MEDIA,
  /** Where it is kept, and how long. */
  STORAGE
}
