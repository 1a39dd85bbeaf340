package org.comuta.portal.table;

/**
 * One of the words that a column is filtered by.
 *
 * @param word as it is stored, and stands in addresses
 * @param label as people read it
 */
public record Choice(String word, String label) {}
