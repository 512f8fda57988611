namespace HandoffOffice.Redlining;

/// <summary>Which containers of two streams are the same.</summary>
internal interface IContainerPairs
{
    /// <summary>The stream of the original.</summary>
    TokenStream Original { get; }

    /// <summary>The stream of what it becomes.</summary>
    TokenStream Revised { get; }

    /// <summary>The container of the original that is the partner of one of the revised stream; -1 when it has none.</summary>
    int ContainerOfRevised(int container);

    /// <summary>Whether a container of the original has a partner.</summary>
    bool IsMatched(int container);
}
