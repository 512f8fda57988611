using System.Diagnostics;
using System.Globalization;
using CsCheck;
using Xunit;

namespace HandoffOffice.Api.Tests.Model;

/// <summary>
/// The product against a model of its rules: random sequences of commands by several people of two tenants, with clocks that jump, databases that break at
/// any moment, files that are tampered with, and two at once (DESIGN rules 1 to 6 and 10).
/// </summary>
[Trait("Capability", "C03")]
[Trait("Capability", "C50")]
public sealed class ModelTests(ITestOutputHelper output)
{
    /// <summary>How many commands the long run takes.</summary>
    private const string Commands = "HANDOFFOFFICE_MODEL_COMMANDS";

    /// <summary>A long run says how far it is after so many.</summary>
    private const int Progress = 50_000;

    private const int Shrinkings = 60;

    [Fact]
    public async Task The_product_does_what_the_model_says()
    {
        long most = long.Parse(Environment.GetEnvironmentVariable(Commands) ?? "20000", CultureInfo.InvariantCulture);
        (long commands, uint sequence) = (0, 0);
        var reached = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var taken = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(async () =>
        {
            Stage stage = await Stage.Set(TestContext.Current.CancellationToken);
            while (Interlocked.Read(ref commands) < most)
            {
                uint number = Interlocked.Increment(ref sequence);
                stage = await Fresh(stage);
                Play play = await Played(number, stage);
                long now = Interlocked.Add(ref commands, play.Commands);
                if (now / Progress > (now - play.Commands) / Progress)
                {
                    output.WriteLine($"{now} commands in {number} sequences after {taken.Elapsed:h\\:mm\\:ss}.");
                }

                lock (reached)
                {
                    foreach ((string what, long times) in play.Reached)
                    {
                        reached[what] = reached.GetValueOrDefault(what) + times;
                    }
                }
            }

            await stage.DisposeAsync();
        })));

        output.WriteLine($"{commands} commands in {sequence} sequences, {commands / taken.Elapsed.TotalSeconds:0} a second.");
        output.WriteLine(string.Join(", ", reached.Select(pair => $"{pair.Key} {pair.Value}")));
        // A run that never gets anywhere would agree with anything.
        Assert.All(Moves.Goals, goal => Assert.True(reached.GetValueOrDefault(goal) > 0, $"No sequence got to '{goal}'."));
    }

    private static async Task<Play> Played(uint number, Stage stage)
    {
        // The sequence's number is its stream: each can be drawn again alone.
        Sequence sequence = Moves.All.Generate(new PCG(number, 2026 + number), null, out _);
        try
        {
            return await Play.Of(sequence, stage);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            (Sequence least, Exception why) = await Shrunk(sequence, e);
            throw new InvalidOperationException(
                $"Sequence {number} ({string.Join(", ", least.Handoffs)}) fails, shrunk to {least.Steps.Count} steps:\n{string.Join('\n', least.Steps)}\n{why.Message}", why);
        }
    }

    /// <summary>Leaves out steps, fewer at a time, as long as it still fails.</summary>
    private static async Task<(Sequence Least, Exception Why)> Shrunk(Sequence sequence, Exception why)
    {
        Stage stage = await Stage.Set(TestContext.Current.CancellationToken);
        int tries = 0;
        for (int size = sequence.Steps.Count / 2; size > 0; size /= 2)
        {
            for (int at = 0; at < sequence.Steps.Count && tries++ < Shrinkings;)
            {
                var fewer = sequence with { Steps = [.. sequence.Steps.Take(at), .. sequence.Steps.Skip(at + size)] };
                stage = await Fresh(stage);
                try
                {
                    await Play.Of(fewer, stage);
                    at += size;
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    (sequence, why) = (fewer, e);
                }
            }
        }

        await stage.DisposeAsync();
        return (sequence, why);
    }

    private static async Task<Stage> Fresh(Stage stage)
    {
        if (!stage.IsUsedUp)
        {
            return stage;
        }

        await stage.DisposeAsync();
        return await Stage.Set(TestContext.Current.CancellationToken);
    }
}
