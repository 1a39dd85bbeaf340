/**
 * Which items of a list somebody wants to see, and in which order: the same conditions for what is
 * kept in memory and for what the database finds.
 */
package org.comuta.listing;
