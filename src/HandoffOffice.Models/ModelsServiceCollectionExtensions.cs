using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Drafting;
using HandoffOffice.Domain.Releasing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HandoffOffice.Models;

/// <summary>Registers who drafts.</summary>
public static class ModelsServiceCollectionExtensions
{
    /// <summary>Where the settings of the second reader stand: those of <see cref="AzureOpenAIOptions"/> once more (C57).</summary>
    public const string JudgeSection = "Models:Judge";

    /// <summary>Where further models stand, each with <c>Name</c>, <c>GoodFor</c>, <c>NotFor</c> and <c>Note</c> (C07).</summary>
    public const string RegisterSection = "Models:Register";

    /// <summary>
    /// Adds one <see cref="IChatClient"/>, its <see cref="DraftOrigin"/>, the <see cref="ModelRegister"/> and the <see cref="DraftWriter"/> over it: the
    /// Azure OpenAI deployment of <c>Models:AzureOpenAI:*</c> where one is set, else the template drafter. The host adds the <see cref="LabelPolicy"/> that
    /// writer and second reader go by.
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
            services.AddSingleton(_ => AzureOpenAIModel.Create(options));
        }
        else
        {
            services.AddSingleton(RulesDrafter.Origin);
            services.AddSingleton<IChatClient, RulesDrafter>();
        }

        services.TryAddSingleton(TimeProvider.System);
        AzureOpenAIOptions judge = ReadJudge(configuration, options);
        services.AddSingleton(provider => new SecondReader(
            judge.IsGiven ? AzureOpenAIModel.Create(judge) : null, judge.Deployment ?? string.Empty, provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<LabelPolicy>()));
        services.AddSingleton(Register(configuration, options, judge));
        return services.AddSingleton<DraftWriter>();
    }

    // The judge reads what the writer wrote: a model that judges itself finds itself right.
    private static AzureOpenAIOptions ReadJudge(IConfiguration configuration, AzureOpenAIOptions writer)
    {
        AzureOpenAIOptions judge = Read(configuration.GetSection(JudgeSection));
        if (!judge.IsGiven)
        {
            return judge;
        }

        if (judge.Problems() is { Count: > 0 } problems)
        {
            throw new InvalidOperationException(string.Join(" ", problems).Replace(AzureOpenAIOptions.Section, JudgeSection, StringComparison.Ordinal));
        }

        return writer.IsGiven && string.Equals(judge.Deployment, writer.Deployment, StringComparison.OrdinalIgnoreCase) && judge.Endpoint?.Host == writer.Endpoint?.Host
            ? throw new InvalidOperationException($"{JudgeSection}:Deployment is the deployment that writes, '{judge.Deployment}'. Name another one: no model judges its own text.")
            : judge;
    }

    // Who drafts comes first, then who else is there, each once.
    private static ModelRegister Register(IConfiguration configuration, AzureOpenAIOptions writer, AzureOpenAIOptions judge)
    {
        var others = configuration.GetSection(RegisterSection).GetChildren().Select((model, i) => new RegisteredModel(
            model["Name"]?.Trim() ?? string.Empty, Tasks(model, $"{RegisterSection}:{i}", "GoodFor"), Tasks(model, $"{RegisterSection}:{i}", "NotFor"), model["Note"]));
        var register = new ModelRegister([writer.IsGiven ? writer.Registered : RulesDrafter.Registered, .. others]);
        RegisteredModel judging = judge.Registered;
        register = judge.IsGiven && register.Models.All(model => model.Name != judging.Name) ? new ModelRegister([.. register.Models, judging]) : register;
        return register.Problems() is { Count: > 0 } problems
            ? throw new InvalidOperationException($"{RegisterSection} is not sound. {string.Join(" ", problems.Select(problem => problem.Detail))}")
            : register;
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
        options.GoodFor = Tasks(section, section.Path, "GoodFor");
        options.NotFor = Tasks(section, section.Path, "NotFor");
        return options;

        string? Text(string name) => section[name] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
        int Number(string name, int fallback) => Text(name) is not { } value ? fallback
            : int.TryParse(value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int number) ? number
            : throw new InvalidOperationException($"{section.Path}:{name} is no whole number.");
    }

    private static IReadOnlyList<ModelTask> Tasks(IConfigurationSection section, string path, string name) => [.. section.GetSection(name).GetChildren().Select(child => child.Value)
        .Append(section[name]).Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => Task($"{path}:{name}", value!.Trim())).Distinct()];

    // By name alone: a number is no task.
    private static ModelTask Task(string setting, string value) => Enum.GetNames<ModelTask>().FirstOrDefault(task => task.Equals(value, StringComparison.OrdinalIgnoreCase)) is { } known
        ? Enum.Parse<ModelTask>(known)
        : throw new InvalidOperationException($"{setting} has a task that there is none of. Give {string.Join(", ", Enum.GetNames<ModelTask>())}.");
}
