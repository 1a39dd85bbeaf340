/**
 * How each user wants the portal to be. Operational and personal: a choice counts at once and
 * changes nothing for others, so it is neither applied nor audited.
 */
package org.comuta.preference;
