using System.Globalization;

namespace Site.Web.Hosting.Commands;

/// <summary>What was written after <c>keys</c>: a verb, at most one operand, and options, as <c>--expires 2027-01-31</c> or <c>--expires=2027-01-31</c>.</summary>
/// <param name="Verb">E.g. <c>add</c>.</param>
/// <param name="Operand">The name or the prefix.</param>
internal sealed record KeyArguments(string Verb, string? Operand)
{
    private const string Organisation = "--organisation";
    private const string PreviewFlag = "--preview";
    private const string ExpiresOption = "--expires";
    private const string OverlapOption = "--overlap";

    private static readonly TimeSpan _longestOverlap = TimeSpan.FromDays(365);

    /// <summary>The organisations, as they were written.</summary>
    public IReadOnlyList<string> Organisations { get; private init; } = [];

    /// <summary>Whether drafts are opened.</summary>
    public bool Preview { get; private init; }

    /// <summary>When the key expires, in UTC.</summary>
    public DateTime? Expires { get; private init; }

    /// <summary>How long the old key stays valid.</summary>
    public TimeSpan Overlap { get; private init; } = TimeSpan.FromDays(7);

    /// <summary>Reads the arguments of the program.</summary>
    /// <exception cref="FormatException">They are not of this form; the message says what is wrong.</exception>
    public static KeyArguments Parse(IReadOnlyList<string> arguments)
    {
        List<string> words = [];
        List<string> options = [];
        List<(string Name, string Value)> values = [];
        for (int i = 0; i < arguments.Count; i++)
        {
            string[] parts = arguments[i].Split('=', 2);
            if (parts[0] is Organisation or ExpiresOption or OverlapOption)
            {
                values.Add((parts[0], parts is [_, { } value] ? value : ++i < arguments.Count ? arguments[i] : string.Empty));
                options.Add(parts[0]);
            }
            else if (arguments[i] == PreviewFlag)
            {
                options.Add(PreviewFlag);
            }
            else if (!arguments[i].StartsWith('-'))
            {
                words.Add(arguments[i]);
            }
            else if (parts is not [_, _] || !parts[0].Contains(':', StringComparison.Ordinal))
            {
                throw new FormatException($"Unknown: {arguments[i]}");
            }
        }

        return Create(words, options, values);
    }

    private static KeyArguments Create(List<string> words, List<string> options, List<(string Name, string Value)> values)
    {
        (string verb, string? operand) = words switch
        {
            ["keys", "list"] => ("list", null),
            ["keys", "add" or "rotate" or "revoke", { } name] => (words[1], name),
            _ => throw new FormatException($"Unknown: {string.Join(' ', words)}"),
        };
        string[] allowed = verb switch
        {
            "add" => [Organisation, PreviewFlag, ExpiresOption],
            "rotate" => [OverlapOption],
            _ => [],
        };
        if (options.Find(x => !allowed.Contains(x)) is { } unknown)
        {
            throw new FormatException($"keys {verb} has no {unknown}.");
        }

        var arguments = new KeyArguments(verb, operand)
        {
            Organisations = [.. values.Where(x => x.Name == Organisation).Select(x => x.Value)],
            Preview = options.Contains(PreviewFlag),
            Expires = Last(ExpiresOption) is { } date ? ReadDate(date) : null,
        };
        return Last(OverlapOption) is { } overlap ? arguments with { Overlap = ReadOverlap(overlap) } : arguments;

        string? Last(string name) => values.FindLast(x => x.Name == name).Value;
    }

    private static DateTime ReadDate(string text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTime date)
        && text.Length >= 10 && char.IsAsciiDigit(text[3]) && text[4] == '-'
            ? date
            : throw new FormatException($"{ExpiresOption} is \"{text}\"; write a day such as 2027-01-31, or a time such as 2027-01-31T18:00Z.");

    private static TimeSpan ReadOverlap(string text)
    {
        string number = text.TrimEnd('d', 'h', 'm');
        bool isNumber = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count <= 1_000_000;
        TimeSpan? overlap = text[number.Length..] switch
        {
            "d" => TimeSpan.FromDays(count),
            "h" => TimeSpan.FromHours(count),
            "m" => TimeSpan.FromMinutes(count),
            "" when count == 0 => TimeSpan.Zero,
            _ => null,
        };
        return isNumber && overlap <= _longestOverlap
            ? overlap.Value
            : throw new FormatException($"{OverlapOption} is \"{text}\"; write 7d, 12h, 30m or 0, and a year at the most.");
    }
}
