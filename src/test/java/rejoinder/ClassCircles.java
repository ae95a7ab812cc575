package rejoinder;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The circles that the classes of one package form by naming one another; nested classes count as part of the class around them. By Tarjan's algorithm. */
final class ClassCircles {
    private final Map<String, Set<String>> names = new TreeMap<>();
    private final Map<String, Integer> order = new HashMap<>();
    private final Map<String, Integer> lowest = new HashMap<>();
    private final Deque<String> path = new ArrayDeque<>();
    private final Set<Set<String>> found = new HashSet<>();

    ClassCircles(JavaClasses classes) {
        for (JavaClass type : classes) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass other = dependency.getTargetClass().getBaseComponentType();
                if (type.getPackageName().equals(other.getPackageName())
                        && !name(type).equals(name(other))) {
                    names.computeIfAbsent(name(type), key -> new TreeSet<>()).add(name(other));
                }
            }
        }
        names.keySet().forEach(name -> {
            if (!order.containsKey(name)) {
                visit(name);
            }
        });
    }

    /** Each circle by the names of its classes, such as {@code session.Session}. */
    Set<Set<String>> found() {
        return found;
    }

    private void visit(String name) {
        order.put(name, order.size());
        lowest.put(name, order.get(name));
        path.push(name);
        for (String other : names.getOrDefault(name, Set.of())) {
            if (!order.containsKey(other)) {
                visit(other);
                lowest.merge(name, lowest.get(other), Math::min);
            } else if (path.contains(other)) {
                lowest.merge(name, order.get(other), Math::min);
            }
        }
        if (lowest.get(name).equals(order.get(name))) {
            Set<String> circle = new TreeSet<>();
            String last;
            do {
                last = path.pop();
                circle.add(last);
            } while (!last.equals(name));
            if (circle.size() > 1) {
                found.add(circle);
            }
        }
    }

    private static String name(JavaClass type) {
        JavaClass outer = type;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer.getName().replaceFirst("^rejoinder\\.", "");
    }
}
