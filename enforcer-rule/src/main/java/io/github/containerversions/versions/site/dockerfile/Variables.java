package io.github.containerversions.versions.site.dockerfile;

import org.jspecify.annotations.Nullable;

/**
 * Variables by name. A change gives a new set and leaves the old one as it was, and both share what
 * they have in common: a stage takes over all that an earlier one knew, at no cost, however many
 * stages there are.
 *
 * <p>A balanced binary tree (AVL): finding and adding take time in the logarithm of the size.
 */
final class Variables {
  static final Variables NONE = new Variables(null);

  private final @Nullable Node root;

  private Variables(@Nullable Node root) {
    this.root = root;
  }

  private record Node(
      String name, Variable value, @Nullable Node left, @Nullable Node right, int height) {
    Node(String name, Variable value, @Nullable Node left, @Nullable Node right) {
      this(name, value, left, right, 1 + Math.max(heightOf(left), heightOf(right)));
    }
  }

  @Nullable Variable find(String name) {
    Node node = root;
    while (node != null) {
      int order = name.compareTo(node.name());
      if (order == 0) {
        return node.value();
      }
      node = order < 0 ? node.left() : node.right();
    }
    return null;
  }

  /** These variables with one added or replaced. */
  Variables with(String name, Variable value) {
    return new Variables(with(root, name, value));
  }

  private static Node with(@Nullable Node node, String name, Variable value) {
    if (node == null) {
      return new Node(name, value, null, null);
    }
    int order = name.compareTo(node.name());
    if (order == 0) {
      return new Node(name, value, node.left(), node.right());
    }
    return order < 0
        ? balanced(node, with(node.left(), name, value), node.right())
        : balanced(node, node.left(), with(node.right(), name, value));
  }

  /** A node with new branches, turned where one has grown too high. */
  private static Node balanced(Node node, @Nullable Node left, @Nullable Node right) {
    if (left != null && heightOf(left) > heightOf(right) + 1) {
      Node inner = left.right();
      if (inner != null && heightOf(inner) > heightOf(left.left())) {
        return new Node(
            inner.name(),
            inner.value(),
            new Node(left.name(), left.value(), left.left(), inner.left()),
            new Node(node.name(), node.value(), inner.right(), right));
      }
      return new Node(
          left.name(),
          left.value(),
          left.left(),
          new Node(node.name(), node.value(), inner, right));
    }
    if (right != null && heightOf(right) > heightOf(left) + 1) {
      Node inner = right.left();
      if (inner != null && heightOf(inner) > heightOf(right.right())) {
        return new Node(
            inner.name(),
            inner.value(),
            new Node(node.name(), node.value(), left, inner.left()),
            new Node(right.name(), right.value(), inner.right(), right.right()));
      }
      return new Node(
          right.name(),
          right.value(),
          new Node(node.name(), node.value(), left, inner),
          right.right());
    }
    return new Node(node.name(), node.value(), left, right);
  }

  private static int heightOf(@Nullable Node node) {
    return node == null ? 0 : node.height();
  }
}
