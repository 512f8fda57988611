using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace HandoffOffice.Api.Tests.Running;

/// <summary>Keeps what the product logs as an error, so that a failed test says why an answer was 500.</summary>
public sealed class FaultLog : ILoggerProvider
{
    private readonly ConcurrentQueue<string> faults = new();

    public IReadOnlyList<string> Faults => [.. faults];

    public ILogger CreateLogger(string categoryName) => new Errors(faults);

    public void Dispose()
    {
    }

    private sealed class Errors(ConcurrentQueue<string> faults) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                faults.Enqueue($"{formatter(state, exception)} {exception}");
            }
        }
    }
}
