package parley.server.storage;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands between the store's writer and its connections, and lets one of its calls fail: each
/// statement that runs is a call. Any thread may use it.
final class FailingCalls {
    private final AtomicInteger left = new AtomicInteger();
    private volatile When when = When.BEFORE;

    /// Whether the call that fails has had its effect.
    enum When {
        BEFORE,
        AFTER
    }

    /// Lets the n-th call from now on fail, and none behind it.
    void failAt(int n, When moment) {
        when = moment;
        left.set(n);
    }

    /// Whether the call that was to fail is still to come.
    boolean isDue() {
        return left.get() > 0;
    }

    /// This connection, with calls that may fail.
    Connection around(Connection connection) {
        return proxy(Connection.class, connection);
    }

    private <T> T proxy(Class<T> type, T target) {
        InvocationHandler handler = (_, method, arguments) -> call(target, method, arguments);
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private Object call(Object target, Method method, Object[] arguments) throws Throwable {
        boolean fails = method.getName().startsWith("execute") && left.getAndDecrement() == 1;
        if (fails && when == When.BEFORE) {
            throw new SQLException("the call fails before it has had its effect");
        }
        Object result = invoke(target, method, arguments);
        if (fails) {
            throw new SQLException("the call fails although it has had its effect");
        }
        return switch (result) {
            case PreparedStatement prepared -> proxy(PreparedStatement.class, prepared);
            case Statement statement -> proxy(Statement.class, statement);
            case null, default -> result;
        };
    }

    private static Object invoke(Object target, Method method, Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
