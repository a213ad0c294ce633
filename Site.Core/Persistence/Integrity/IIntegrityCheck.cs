namespace Site.Core.Persistence.Integrity;

/// <summary>Looks for one kind of damage in the database.</summary>
internal interface IIntegrityCheck
{
    /// <summary>What the findings are called.</summary>
    string Name { get; }

    /// <summary>Looks, in a transaction of the caller's.</summary>
    IEnumerable<Damage> Find(SiteDbContext context);
}

/// <summary>Something in the database that the site never writes.</summary>
/// <param name="Message">What is wrong, and with what, on one line.</param>
/// <param name="Repair">Mends it; <c>null</c> when only a person can say what is right.</param>
internal sealed record Damage(string Message, Action<SiteDbContext>? Repair);
