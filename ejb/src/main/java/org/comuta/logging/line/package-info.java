/** What is logged: components, levels, lines, and the lines of late. */
package org.comuta.logging.line;
