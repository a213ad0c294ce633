namespace Site.Web.Hosting.Commands;

/// <summary>What was asked for on the command line: the words of the verb, its flags, and how to answer.</summary>
/// <param name="Words">The verb and its operands, such as <c>backup</c> and a file.</param>
/// <param name="Flags">The arguments that begin with a dash and set nothing, such as <c>--force</c>.</param>
/// <param name="Services">The site's container; nothing was started yet.</param>
/// <param name="Output">Where the answer is printed.</param>
internal sealed record CommandLine(string[] Words, IReadOnlyList<string> Flags, IServiceProvider Services, TextWriter Output)
{
    /// <summary>Reads the arguments; <c>--Key=value</c> is a setting, which the configuration has read.</summary>
    public static CommandLine Parse(string[] args, IServiceProvider services, TextWriter output) => new(
        [.. args.Where(x => !IsFlag(x))],
        [.. args.Where(x => IsFlag(x) && !x.Contains('=', StringComparison.Ordinal))],
        services,
        output)
    {
        Arguments = args,
    };

    /// <summary>All that was written, for verbs whose flags have values.</summary>
    public IReadOnlyList<string> Arguments { get; private init; } = [];

    /// <summary>Whether the arguments name a verb, or ask for help; settings such as <c>--urls</c> do not.</summary>
    public static bool IsCommand(string[] args) => args.Length > 0 && (!IsFlag(args[0]) || IsHelp(args[0]));

    /// <summary>Whether help is asked for.</summary>
    public bool AsksForHelp => Words is ["help", ..] || Flags.Any(IsHelp);

    /// <summary>Whether the flag was given.</summary>
    public bool Has(string flag) => Flags.Contains(flag);

    /// <summary>A service of the site.</summary>
    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    private static bool IsFlag(string argument) => argument.StartsWith('-');

    private static bool IsHelp(string argument) => argument is "--help" or "-h" or "-?";
}
