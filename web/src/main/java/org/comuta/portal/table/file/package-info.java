/** Files of what a table shows: the rows that are found, in their order, with its columns. */
package org.comuta.portal.table.file;
