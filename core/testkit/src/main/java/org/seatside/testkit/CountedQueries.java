package org.seatside.testkit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Stands in for a JDBC driver and counts the queries of connections opened meanwhile, by the thread that asks:
/// what goes on elsewhere in the program is not counted. One at a time.
public final class CountedQueries implements AutoCloseable {
    private final ThreadLocal<AtomicInteger> counts = ThreadLocal.withInitial(AtomicInteger::new);
    private final Driver real;
    private final Driver counting;

    /// @param url of a database whose driver is to be stood in for
    public CountedQueries(String url) throws SQLException {
        real = DriverManager.getDriver(url);
        counting = new Counting();
        DriverManager.deregisterDriver(real);
        DriverManager.registerDriver(counting);
    }

    /// How many queries a piece of work asks on this thread.
    public int during(Callable<?> work) throws Exception {
        AtomicInteger count = counts.get();
        int before = count.get();
        work.call();
        return count.get() - before;
    }

    @Override
    public void close() throws SQLException {
        DriverManager.deregisterDriver(counting);
        DriverManager.registerDriver(real);
    }

    private Object wrap(Object target, Class<?> type) {
        InvocationHandler handler = (_, method, arguments) -> {
            if (method.getName().equals("executeQuery")) {
                counts.get().incrementAndGet();
            }
            Object result = invoke(target, method, arguments);
            return result instanceof PreparedStatement statement
                    ? wrap(statement, PreparedStatement.class)
                    : result instanceof Statement statement ? wrap(statement, Statement.class) : result;
        };
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private final class Counting implements Driver {
        @Override
        public @Nullable Connection connect(String url, Properties info) throws SQLException {
            Connection connection = real.connect(url, info);
            return connection == null ? null : (Connection) wrap(connection, Connection.class);
        }

        @Override
        public boolean acceptsURL(String url) throws SQLException {
            return real.acceptsURL(url);
        }

        @Override
        public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
            return real.getPropertyInfo(url, info);
        }

        @Override
        public int getMajorVersion() {
            return real.getMajorVersion();
        }

        @Override
        public int getMinorVersion() {
            return real.getMinorVersion();
        }

        @Override
        public boolean jdbcCompliant() {
            return real.jdbcCompliant();
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException("counts only");
        }
    }
}
