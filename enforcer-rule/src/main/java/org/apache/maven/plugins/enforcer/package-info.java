/**
 * Classes that stand in for the rules if Maven cannot load them, and say why.
 *
 * <p>Enforcer plugins before 3.2.1 look for a rule as a class of this package, and ignore an
 * element without one. Newer plugins do the same if they cannot create a rule, as on a Java before
 * 17. These classes are compiled for Java 8 and use the old API of the plugins.
 */
package org.apache.maven.plugins.enforcer;
