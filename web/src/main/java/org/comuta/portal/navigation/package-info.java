/** The pages of the portal: where each stands, and who may see it. */
package org.comuta.portal.navigation;
