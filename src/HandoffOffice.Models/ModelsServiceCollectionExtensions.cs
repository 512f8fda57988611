using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HandoffOffice.Models;

/// <summary>Registers who drafts.</summary>
public static class ModelsServiceCollectionExtensions
{
    /// <summary>
    /// Adds one <see cref="IChatClient"/>, its <see cref="DraftOrigin"/>, the <see cref="ModelRegister"/> and the <see cref="DraftWriter"/> over it: the
    /// Azure OpenAI deployment of <c>Models:AzureOpenAI:*</c> where one is set, else the template drafter.
    /// </summary>
    /// <exception cref="InvalidOperationException">A deployment is set but not soundly; the message names each setting. It is not left to the
    /// template drafter, so that nobody takes its drafts for a model's.</exception>
    public static IServiceCollection AddModels(this IServiceCollection services, IConfiguration configuration)
    {
        AzureOpenAIOptions options = Read(configuration.GetSection(AzureOpenAIOptions.Section));
        if (options.IsGiven)
        {
            if (options.Problems() is { Count: > 0 } problems)
            {
                throw new InvalidOperationException(string.Join(" ", problems));
            }

            services.AddSingleton(AzureOpenAIModel.Origin(options));
            services.AddSingleton(new ModelRegister([options.Registered]));
            services.AddSingleton(_ => AzureOpenAIModel.Create(options));
        }
        else
        {
            services.AddSingleton(RulesDrafter.Origin);
            services.AddSingleton(new ModelRegister([RulesDrafter.Registered]));
            services.AddSingleton<IChatClient, RulesDrafter>();
        }

        services.TryAddSingleton(TimeProvider.System);
        return services.AddSingleton<DraftWriter>();
    }

    // Read by hand: the binder's error quotes the value that it could not read, and that may be a key in the wrong place.
    private static AzureOpenAIOptions Read(IConfigurationSection section)
    {
        var options = new AzureOpenAIOptions
        {
            Endpoint = Text("Endpoint") is not { } address ? null : Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) ? uri : new Uri(".", UriKind.Relative),
            Deployment = Text("Deployment"),
            Key = Text("Key"),
        };
        options.Retries = Number("Retries", options.Retries);
        options.TimeoutSeconds = Number("TimeoutSeconds", options.TimeoutSeconds);
        options.GoodFor = Tasks("GoodFor");
        options.NotFor = Tasks("NotFor");
        return options;

        string? Text(string name) => section[name] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
        int Number(string name, int fallback) => Text(name) is not { } value ? fallback
            : int.TryParse(value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int number) ? number
            : throw new InvalidOperationException($"{AzureOpenAIOptions.Section}:{name} is no whole number.");
        IReadOnlyList<ModelTask> Tasks(string name) => [.. section.GetSection(name).GetChildren().Select(child => child.Value).Append(section[name])
            .Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => Task(name, value!.Trim())).Distinct()];
        // By name alone: a number is no task.
        ModelTask Task(string name, string value) => Enum.GetNames<ModelTask>().FirstOrDefault(task => task.Equals(value, StringComparison.OrdinalIgnoreCase)) is { } known
            ? Enum.Parse<ModelTask>(known)
            : throw new InvalidOperationException($"{AzureOpenAIOptions.Section}:{name} has a task that there is none of. Give {string.Join(", ", Enum.GetNames<ModelTask>())}.");
    }
}
