namespace Site.Core.Sync;

/// <summary>Words for what Core's services and the database answer.</summary>
internal static class SyncErrors
{
    /// <summary>Throws unless the service did what it was asked for.</summary>
    /// <param name="success">Whether the service succeeded.</param>
    /// <param name="element">The element that is most likely at fault.</param>
    /// <param name="status">The service's status.</param>
    public static void Ensure<TStatus>(bool success, string element, TStatus status)
        where TStatus : struct, Enum
    {
        if (!success)
        {
            throw new SyncItemException(element, $"Umbraco refuses it with {status}: {Explain(status.ToString())}.");
        }
    }

    /// <summary>The messages of an exception and its causes, the causes last.</summary>
    public static string Describe(Exception exception)
    {
        var messages = new List<string>();
        for (Exception? current = exception; current is not null; current = current.InnerException)
        {
            messages.Add(current.Message);
        }

        return string.Join(" ← ", messages);
    }

    private static string Explain(string status) => status switch
    {
        "CancelledByNotification" => "a handler of this site cancelled it; its message is in the log",
        "InvalidFallback" or "InvalidFallbackIsoCode" => "the fallback language must exist and must not lead back to this one",
        "MissingDefault" => "there must be one default language; make another one default in its own file",
        "InvalidIsoCode" => "write the code of a culture, such as fr or en-GB",
        "DuplicateItemKey" or "DuplicateAlias" or "DuplicateKey" => "another item has it; choose another one",
        "InvalidConfiguration" => "the editor does not accept this configuration",
        "InvalidAlias" or "InvalidPropertyTypeAlias" => "write a letter followed by letters, digits and underscores, and no reserved word",
        "DuplicateDomainName" or "ConflictingDomainName" => "the name is assigned twice; assign it to one document only",
        "InvalidDomainName" => "write a host name, an address, or a path that begins with /",
        _ => "see what the file says there",
    };
}
