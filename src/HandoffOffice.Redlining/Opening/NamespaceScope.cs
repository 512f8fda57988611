namespace HandoffOffice.Redlining;

/// <summary>
/// The namespace prefixes in scope at a place of a part. Scopes are shared: the same object means the same bindings, so that whether text
/// of one place may stand at another is one comparison. Each holds what its element added and points to the one around it.
/// </summary>
internal sealed class NamespaceScope
{
    private readonly NamespaceScope? outer;
    private readonly (string Prefix, string Uri)[] declared;
    private Dictionary<string, NamespaceScope>? inner;

    private NamespaceScope(NamespaceScope? outer, (string Prefix, string Uri)[] declared)
    {
        this.outer = outer;
        this.declared = declared;
    }

    /// <summary>A new outermost scope, in which no prefix is bound but <c>xml</c>.</summary>
    public static NamespaceScope Outermost() => new(null, []);

    /// <summary>The scope inside an element with these declarations; this one when they say nothing new.</summary>
    public NamespaceScope Enter(IReadOnlyList<(string Prefix, string Uri)> declarations)
    {
        (string Prefix, string Uri)[] news = declarations.Count == 0 ? [] : [.. declarations.Where(binding => UriOf(binding.Prefix) != binding.Uri)];
        if (news.Length == 0)
        {
            return this;
        }

        var key = string.Join('\n', news.Select(binding => $"{binding.Prefix} {binding.Uri}"));
        inner ??= [];
        return inner.TryGetValue(key, out var known) ? known : inner[key] = new NamespaceScope(this, news);
    }

    /// <summary>What a prefix stands for; empty for the prefix "" where no default namespace is declared, null for an unknown prefix.</summary>
    public string? UriOf(string prefix)
    {
        for (var scope = this; scope is not null; scope = scope.outer)
        {
            foreach (var binding in scope.declared)
            {
                if (binding.Prefix == prefix)
                {
                    return binding.Uri;
                }
            }
        }

        return prefix.Length == 0 ? "" : null;
    }

    /// <summary>A prefix for the namespace; null when it has none. An attribute can't take the default namespace (Namespaces in XML 1.0, 6.2).</summary>
    public string? PrefixOf(string uri, bool forAttribute)
    {
        for (var scope = this; scope is not null; scope = scope.outer)
        {
            foreach (var (prefix, bound) in scope.declared)
            {
                if (bound == uri && !(forAttribute && prefix.Length == 0) && UriOf(prefix) == uri)
                {
                    return prefix;
                }
            }
        }

        return null;
    }
}
