/** The commands, one class each. */
package org.comuta.cli.command;
