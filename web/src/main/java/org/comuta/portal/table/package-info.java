/**
 * Tables of the portal: what each shows is a {@link TableDefinition}; filters, order, columns and
 * pages are the same for all of them, on the page and in the files that are made of it.
 */
package org.comuta.portal.table;
