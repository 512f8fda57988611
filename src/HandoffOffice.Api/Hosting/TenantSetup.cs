using System.Collections.Concurrent;
using HandoffOffice.Api.Design;
using HandoffOffice.Api.Identity;
using HandoffOffice.Storage;
using HandoffOffice.Storage.Handoffs;
using Microsoft.EntityFrameworkCore;

namespace HandoffOffice.Api.Hosting;

/// <summary>Makes a tenant's first call find the sample workflows, and keeps the people who sign in, so that they can be named as reviewers.</summary>
internal sealed class TenantSetup(RequestDelegate next) : IDisposable
{
    private const int MaxAttempts = 5;

    private readonly ConcurrentDictionary<string, bool> tenants = new();
    private readonly ConcurrentDictionary<Caller, bool> people = new(CallerComparer.Instance);
    private readonly SemaphoreSlim oneAtATime = new(1, 1);

    public async Task InvokeAsync(HttpContext context, HandoffOfficeDb db, SampleWorkflows samples)
    {
        if (Caller.TryFrom(context.User, out Caller? caller, out _) && !IsKnown(caller))
        {
            await SetUp(caller, samples, db, context.RequestAborted);
        }

        await next(context);
    }

    public void Dispose() => oneAtATime.Dispose();

    private bool IsKnown(Caller caller) => tenants.ContainsKey(caller.TenantId) && (caller.IsApplication || people.ContainsKey(caller));

    // First calls come several at once: on one node the others wait for the first.
    private async Task SetUp(Caller caller, SampleWorkflows samples, HandoffOfficeDb db, CancellationToken cancel)
    {
        await oneAtATime.WaitAsync(cancel);
        try
        {
            if (!tenants.ContainsKey(caller.TenantId))
            {
                await Insist(db, () => samples.AddTo(caller.TenantId, cancel));
                tenants[caller.TenantId] = true;
            }

            if (!caller.IsApplication && !people.ContainsKey(caller))
            {
                await Insist(db, () => Keep(db, caller, cancel));
                people[caller] = true;
            }
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    // They come to several nodes, too: each finds nothing, and all but one insert what is there by then.
    private static async Task Insist(HandoffOfficeDb db, Func<Task> write)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await write();
                return;
            }
            catch (DbUpdateException) when (attempt < MaxAttempts)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private static async Task Keep(HandoffOfficeDb db, Caller caller, CancellationToken cancel)
    {
        string roles = string.Join(' ', caller.Roles.Order());
        if (await db.People.FirstOrDefaultAsync(person => person.Id == caller.PersonId, cancel) is { } row)
        {
            (row.Name, row.Email, row.Roles) = (caller.Name, caller.Email, roles);
        }
        else
        {
            db.People.Add(new PersonRow { TenantId = caller.TenantId, Id = caller.PersonId, Name = caller.Name, Email = caller.Email, Roles = roles });
        }

        await db.SaveChangesAsync(cancel);
    }

    private sealed class CallerComparer : IEqualityComparer<Caller>
    {
        public static CallerComparer Instance { get; } = new();

        public bool Equals(Caller? x, Caller? y) => x is not null && y is not null
            && (x.TenantId, x.PersonId, x.Name, x.Email) == (y.TenantId, y.PersonId, y.Name, y.Email) && x.Roles.SetEquals(y.Roles);

        public int GetHashCode(Caller obj) => HashCode.Combine(obj.TenantId, obj.PersonId);
    }
}
